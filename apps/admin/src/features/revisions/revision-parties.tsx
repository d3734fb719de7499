import type { EstimateContent } from '@backdesk/contract/estimate/schema.ts';
import { AddressLines } from '@backdesk/ordering/address/address-lines.tsx';
import { Party, PartyHow, ReadingParties, Written } from '../../components/order-reading/reading-parties.tsx';
import { t } from './texts.ts';

/** Where it goes, who pays, and what was written to the customer, as far as it was known when it was issued. */
export function RevisionParties({ content }: { content: EstimateContent }) {
  const { shipments, billingAddress, account, message, note, terms, paymentTerms, seller } = content;
  const placed = shipments.filter(({ address, kind }) => address !== null || kind === 'pickup');
  return (
    <>
      {(placed.length > 0 || billingAddress !== null || seller.length > 0) && (
        <ReadingParties title={t.parties()}>
          {placed.map(({ kind, address, method }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a frozen list never moves
            <Party key={index} title={kind === 'pickup' ? t.pickUp() : t.shipTo()}>
              {address !== null && <AddressLines address={address} homeCountry={account.country} />}
              {method !== null && (
                <PartyHow>
                  <bdi>{method}</bdi>
                </PartyHow>
              )}
            </Party>
          ))}
          {billingAddress !== null && (
            <Party title={t.billTo()}>
              <AddressLines address={billingAddress} homeCountry={account.country} />
            </Party>
          )}
          {seller.length > 0 && (
            <Party title={t.seller()}>
              {seller.map((line) => (
                <div key={line} dir="auto">
                  {line}
                </div>
              ))}
            </Party>
          )}
        </ReadingParties>
      )}
      {(message !== '' || note !== '' || terms !== '' || paymentTerms !== '') && (
        <ReadingParties title={t.words()}>
          {message !== '' && <Written title={t.message()} text={message} />}
          {note !== '' && <Written title={t.note()} text={note} />}
          {paymentTerms !== '' && <Written title={t.paymentTerms()} text={paymentTerms} />}
          {terms !== '' && <Written title={t.terms()} text={terms} />}
        </ReadingParties>
      )}
    </>
  );
}
