import type { Address } from '@backdesk/contract/core/primitives.ts';
import type { Order } from '@backdesk/contract/order/order.ts';
import { AddressLines } from '@backdesk/ordering/address/address-lines.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { Party, PartyHow, ReadingParties, Written } from '../../components/order-reading/reading-parties.tsx';
import { useSession } from '../../lib/session.tsx';
import { t } from './texts.ts';

/** Where to and to whom, and what was said. */
export function OrderParties({ order }: { order: Order }) {
  const { money } = useFormat();
  return (
    <>
      <ReadingParties title={t.shippingAndBilling()}>
        {order.shipping.shipments.map((shipment) => (
          <Party key={shipment.id} title={shipment.kind === 'pickup' ? t.pickUp() : t.shipTo()}>
            {shipment.pickupPlace && (
              <p>
                <bdi className="medium">{shipment.pickupPlace.name}</bdi> <span className="soft small">{shipment.pickupPlace.hours}</span>
              </p>
            )}
            <AddressText address={shipment.address} />
            {shipment.kind === 'ship' && shipment.method && (
              <PartyHow>
                <bdi>{shipment.method.name}</bdi> · {shipment.method.amount.amount === 0 ? t.free() : money(shipment.method.amount)}
              </PartyHow>
            )}
          </Party>
        ))}
        <Party title={t.billTo()}>
          {order.billing.sameAsShipping ? <p className="soft">{t.sameAsShipping()}</p> : <AddressText address={order.billing.address} />}
        </Party>
      </ReadingParties>
      {(order.noteCustomer || order.noteInternal) && (
        <ReadingParties title={t.notes()}>
          {order.noteCustomer && <Written title={t.noteCustomer()} text={order.noteCustomer} />}
          {order.noteInternal && <Written title={t.noteInternal()} text={order.noteInternal} />}
        </ReadingParties>
      )}
    </>
  );
}

function AddressText({ address }: { address: Address | null }) {
  const { account } = useSession();
  if (!address) return <p className="muted">{t.noAddress()}</p>;
  return <AddressLines address={address} homeCountry={account.country} />;
}
