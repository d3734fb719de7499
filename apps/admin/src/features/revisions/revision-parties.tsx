import type { EstimateContent } from '@backdesk/contract/estimate/schema.ts';
import { AddressLines } from '@backdesk/ordering/address/address-lines.tsx';
import { Panel } from '@backdesk/ui/data/panel.tsx';
import styles from './revision-page.module.css';
import { t } from './texts.ts';

/** Where it goes, who pays, and what was written to the customer, as far as it was known when it was issued. */
export function RevisionParties({ content }: { content: EstimateContent }) {
  const { shipments, billingAddress, account, message, note } = content;
  const placed = shipments.filter(({ address, kind }) => address !== null || kind === 'pickup');
  return (
    <>
      {(placed.length > 0 || billingAddress !== null) && (
        <Panel title={t.parties()}>
          <div className={styles.parties}>
            {placed.map(({ kind, address, method }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a frozen list never moves
              <div key={index}>
                <h3>{kind === 'pickup' ? t.pickUp() : t.shipTo()}</h3>
                {address !== null && <AddressLines address={address} homeCountry={account.country} />}
                {method !== null && (
                  <p className="soft small">
                    <bdi>{method}</bdi>
                  </p>
                )}
              </div>
            ))}
            {billingAddress !== null && (
              <div>
                <h3>{t.billTo()}</h3>
                <AddressLines address={billingAddress} homeCountry={account.country} />
              </div>
            )}
          </div>
        </Panel>
      )}
      {(message !== '' || note !== '') && (
        <Panel title={t.words()}>
          <div className={styles.parties}>
            {message !== '' && <Written title={t.message()} text={message} />}
            {note !== '' && <Written title={t.note()} text={note} />}
          </div>
        </Panel>
      )}
    </>
  );
}

function Written({ title, text }: { title: string; text: string }) {
  return (
    <div>
      <h3>{title}</h3>
      <p className={styles.text} dir="auto">
        {text}
      </p>
    </div>
  );
}
