import type { Address } from '@backdesk/contract/core/primitives.ts';
import type { Order } from '@backdesk/contract/order/schema.ts';
import { writtenAddress } from '@backdesk/ordering/address/written-address.ts';
import { Panel } from '@backdesk/ui/data/panel.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { useSession } from '../../lib/session.tsx';
import styles from './submitted-order-page.module.css';
import { t } from './texts.ts';

/** Where to and to whom, and what was said. */
export function OrderParties({ order }: { order: Order }) {
  const { money } = useFormat();
  return (
    <>
      <Panel title={t.shippingAndBilling()}>
        <div className={styles.parties}>
          {order.shipping.shipments.map((shipment) => (
            <div key={shipment.id}>
              <h3>{shipment.kind === 'pickup' ? t.pickUp() : t.shipTo()}</h3>
              {shipment.pickupPlace && (
                <p>
                  <bdi className="medium">{shipment.pickupPlace.name}</bdi> <span className="soft small">{shipment.pickupPlace.hours}</span>
                </p>
              )}
              <AddressText address={shipment.address} />
              {shipment.kind === 'ship' && shipment.method && (
                <p className={styles.how}>
                  <bdi>{shipment.method.name}</bdi> · {shipment.method.amount.amount === 0 ? t.free() : money(shipment.method.amount)}
                </p>
              )}
            </div>
          ))}
          <div>
            <h3>{t.billTo()}</h3>
            {order.billing.sameAsShipping ? <p className="soft">{t.sameAsShipping()}</p> : <AddressText address={order.billing.address} />}
          </div>
        </div>
      </Panel>
      {(order.noteCustomer || order.noteInternal) && (
        <Panel title={t.notes()}>
          <div className={styles.parties}>
            {order.noteCustomer && <Note title={t.noteCustomer()} text={order.noteCustomer} />}
            {order.noteInternal && <Note title={t.noteInternal()} text={order.noteInternal} />}
          </div>
        </Panel>
      )}
    </>
  );
}

function Note({ title, text }: { title: string; text: string }) {
  return (
    <div>
      <h3>{title}</h3>
      <p className={styles.text} dir="auto">
        {text}
      </p>
    </div>
  );
}

function AddressText({ address }: { address: Address | null }) {
  const { locale } = useFormat();
  const { account } = useSession();
  if (!address) return <p className="muted">{t.noAddress()}</p>;
  return (
    <address style={{ fontStyle: 'normal' }}>
      {writtenAddress(address, { locale, home: account.country }).map((line) => (
        <bdi key={line} style={{ display: 'block' }}>
          {line}
        </bdi>
      ))}
      {address.phone && <span className="muted tnum">{address.phone}</span>}
    </address>
  );
}
