import type { OrderLine } from '@backdesk/contract/order/lines.ts';
import type { Order } from '@backdesk/contract/order/order.ts';
import { partLineIds, shownFigures } from '@backdesk/domain/order/bundle-totals.ts';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { cx } from '@backdesk/ui/text/cx.ts';
import type { ReactNode } from 'react';
import { AddressLines } from '../address/address-lines.tsx';
import { LineAnswers } from '../lines/line-answers.tsx';
import { lineMath, partMath } from '../lines/line-math.ts';
import { lineTitle } from '../lines/line-title.ts';
import { useCheckout } from './checkout-face.ts';
import styles from './checkout-form.module.css';
import { PartHeading } from './part-heading.tsx';
import type { StepName } from './step-name.ts';
import { t } from './texts.ts';
import { isTypedPrice } from './typed-price.ts';

/** All that was entered, to read once more, each part with the way to change it. */
export function OrderReview() {
  const { order } = useCheckout();
  const format = useFormat();
  const parts = partLineIds(order.lines);
  /** In brackets where it is not in the total. */
  function amountOf(line: OrderLine) {
    const amount = format.money(shownFigures(line).total, { show: 'plain' });
    return line.optional && !line.chosen ? `(${amount})` : amount;
  }
  return (
    <>
      <div className={styles.review}>
        <ShipTo />
        <BillTo />
        <Method />
        <Payment />
      </div>
      <section className={styles.section}>
        <PartHeading>{t.lines()}</PartHeading>
        {order.lines.length === 0 && <p className="muted">{t.noLines()}</p>}
        <ul className={styles.lines}>
          {order.lines.map((line) =>
            line.kind === 'section' ? (
              <li key={line.id}>
                <span className={styles.heading} dir="auto">
                  {line.name}
                </span>
                <span className="num muted">{line.subtotal !== null && format.money(line.subtotal, { show: 'plain' })}</span>
              </li>
            ) : (
              <li key={line.id} className={cx(parts.has(line.id) && styles.part)}>
                <span className={styles.sku}>{line.sku}</span>
                <span>
                  <span dir="auto">{lineTitle(line)}</span>
                  <LineAnswers answers={line.answers} className={styles.answers} />
                </span>
                <span className={styles.each}>{parts.has(line.id) ? partMath(line, format) : lineMath(line, format)}</span>
                <span className="num">{!parts.has(line.id) && amountOf(line)}</span>
              </li>
            ),
          )}
        </ul>
      </section>
    </>
  );
}

const shipsNothing = (order: Order) => order.checkout.steps.some(({ name, state }) => name === 'shipping' && state === 'not_needed');
const notGiven = () => <p className="muted">{t.notGiven()}</p>;

function ShipTo() {
  const { order } = useCheckout();
  const { shipments } = order.shipping;
  const isSplit = shipments.length > 1;
  return (
    <Part title={t.shipTo()} step="shipping">
      {shipments.map((shipment, at) => (
        <div key={shipment.id}>
          {isSplit && <p className="muted small">{t.shipmentTitle(at + 1)}</p>}
          {shipment.kind === 'pickup' && <Pickup shipment={shipment} />}
          {shipment.address !== null ? (
            <AddressLines address={shipment.address} homeCountry={order.homeTax.place.country} />
          ) : (
            shipment.kind === 'ship' && (shipsNothing(order) ? <p className="muted">{t.state.not_needed()}</p> : notGiven())
          )}
          {isSplit && <Pieces order={order} shipment={shipment} />}
        </div>
      ))}
    </Part>
  );
}

function BillTo() {
  const { order } = useCheckout();
  const billing = order.billing.sameAsShipping ? null : order.billing.address;
  return (
    <Part title={t.billTo()} step="billing">
      {order.billing.sameAsShipping && order.shipping.shipments.some(({ kind, address }) => kind === 'ship' && address !== null) ? (
        <p>{t.sameAsShipping()}</p>
      ) : billing === null ? (
        notGiven()
      ) : (
        <AddressLines address={billing} homeCountry={order.homeTax.place.country} />
      )}
    </Part>
  );
}

function Method() {
  const { order, words } = useCheckout();
  const format = useFormat();
  const { shipments } = order.shipping;
  return (
    <Part title={t.step['shipping-method']()} step="shipping-method">
      {shipments.map((shipment, at) => (
        <p key={shipment.id}>
          {shipments.length > 1 && <span className="muted small">{t.shipmentTitle(at + 1)} </span>}
          {shipment.kind === 'pickup' ? (
            words.pickup()
          ) : shipment.method === null ? (
            <span className="muted">{shipsNothing(order) ? t.state.not_needed() : t.notGiven()}</span>
          ) : (
            <>
              {shipment.method.name} ·{' '}
              {shipment.amount === null ? <span className="was">{format.money(shipment.method.amount)}</span> : format.money(shipment.amount)}
              {isTypedPrice(shipment) && (
                <span className="muted small"> {words.typedBy(shipment.method.typed?.by ?? '', shipment.method.typed?.reason ?? '')}</span>
              )}
            </>
          )}
        </p>
      ))}
    </Part>
  );
}

function Payment() {
  const { order } = useCheckout();
  return (
    <Part title={t.payment()} step="billing">
      {order.payment === null ? (
        notGiven()
      ) : (
        <p>{order.payment.method === 'open_account' ? t.openAccount() : `${t.purchaseOrder()} ${order.payment.poNumber ?? ''}`}</p>
      )}
    </Part>
  );
}

function Part({ title, step, children }: { title: string; step: StepName; children: ReactNode }) {
  const { link } = useCheckout();
  return (
    <section>
      <div className={styles.reviewHead}>
        <PartHeading>{title}</PartHeading>
        {link(step, t.change(), { className: 'push small', 'aria-label': `${t.change()}: ${title}` })}
      </div>
      {children}
    </section>
  );
}

type Shipment = Order['shipping']['shipments'][number];

/** What goes there, of an order that goes to several places. */
function Pieces({ order, shipment: { lines } }: { order: Order; shipment: Shipment }) {
  const format = useFormat();
  return (
    <ul className={styles.pieces}>
      {lines?.map(({ lineId, quantity }) => {
        const line = order.lines.find(({ id }) => id === lineId);
        return line && <li key={lineId}>{t.each(format.number(quantity), lineTitle(line))}</li>;
      })}
    </ul>
  );
}

/** Where it is picked up, and when people may come. */
function Pickup({ shipment: { pickupPlace } }: { shipment: Shipment }) {
  const { words } = useCheckout();
  if (pickupPlace === null) return <p>{words.pickup()}</p>;
  return (
    <p>
      {t.pickedUpAt(pickupPlace.name)}
      {pickupPlace.hours !== '' && <span className="muted small"> {pickupPlace.hours}</span>}
    </p>
  );
}
