import type { Order } from '@backdesk/contract/order/order.ts';
import { isSoldByUnit } from '@backdesk/domain/catalog/selling-unit.ts';
import { depositBasis } from '@backdesk/domain/estimate/deposit.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import type { ReactNode } from 'react';
import { whyStale } from '../checkout/stale-reason.ts';
import { OrderDiscounts } from './discount-codes.tsx';
import styles from './order-totals.module.css';
import { type StaleMethod, staleMethodOf } from './stale-method.ts';
import { t } from './texts.ts';

export type OrderTotalsProps = {
  order: Order;
  /** In place of the list of discounts: the list with ways to give one. */
  codes?: ReactNode;
  /** Takes the new price of a method that no longer holds. */
  offerAction?: ReactNode;
  /** Goes to where the shipping method is chosen. */
  onChooseShipping?: { readonly label: string; readonly run: () => void } | undefined;
};

/** The sums of an order: what is known, what is still open, and nothing that no longer holds. */
export function OrderTotals({ order, codes, offerAction, onChooseShipping }: OrderTotalsProps) {
  const format = useFormat();
  const { totals } = order;
  const lineDiscount = order.lines.reduce((sum, line) => sum + (line.optional && !line.chosen ? 0 : line.discountAmount.amount), 0);
  const optional = order.lines.reduce((sum, line) => sum + (line.optional && !line.chosen ? line.total.amount : 0), 0);
  const counted = order.lines.filter((line) => line.parentLineId === null && line.kind !== 'section' && (!line.optional || line.chosen)).length;
  // Cases and pieces are no sum.
  const hasUnits = order.lines.some(({ options }) => isSoldByUnit(options));
  const money = (amount: number) => format.money({ amount, currency: order.currency });
  return (
    <dl className={styles.sums}>
      <div>
        <dt>{t.items()}</dt>
        <dd>{format.money(totals.items)}</dd>
        {counted > 0 && (
          <dd className={styles.fine}>
            {[t.lines(format.number(counted)), hasUnits ? '' : t.pieces(format.number(order.itemCount))].filter(Boolean).join(', ')}
            {lineDiscount > 0 && `, ${t.lineDiscounts(money(lineDiscount))}`}
          </dd>
        )}
      </div>
      {(totals.discount.amount !== 0 || codes !== undefined) && (
        <div>
          <dt>{t.discount()}</dt>
          <dd>{totals.discount.amount !== 0 && `−${format.money(totals.discount)}`}</dd>
          <dd className={styles.fine}>{codes ?? <OrderDiscounts order={order} />}</dd>
        </div>
      )}
      <ShippingRow order={order} stale={staleMethodOf(order)} offerAction={offerAction} onChoose={onChooseShipping} />
      <TaxRows order={order} />
      <div className={styles.grand} aria-live="polite">
        <dt>{t.total()}</dt>
        <dd data-total="">{format.money(totals.total)}</dd>
        {totals.open.length > 0 && <dd className={styles.open}>{t.plusOpen(totals.open)}</dd>}
      </div>
      <DepositRows order={order} />
      {optional > 0 && (
        <div className={styles.aside}>
          <dt>{t.optional()}</dt>
          <dd>{money(optional)}</dd>
        </div>
      )}
    </dl>
  );
}

/** What is asked for first, and what is left of the total; it moves no sum. */
function DepositRows({ order: { deposit, totals, stage, currency } }: { order: Order }) {
  const format = useFormat();
  if (deposit === null || deposit.due.amount === 0) return null;
  const { term, due, balance } = deposit;
  const words = { amount: (amount: number) => format.money({ amount, currency }), percent: format.percent };
  const basis = depositBasis(term.kind === 'fixed' ? { kind: term.kind, amount: term.amount.amount } : term, totals.total.amount, totals.open, words);
  return (
    <>
      <div>
        <dt>{stage === 'submitted' || stage === 'pending' ? t.depositDue() : t.deposit()}</dt>
        <dd>{format.money(due)}</dd>
        {basis !== '' && <dd className={styles.fine}>{basis}</dd>}
      </div>
      <div>
        <dt>{t.balance()}</dt>
        <dd>{format.money(balance)}</dd>
        {totals.open.length > 0 && <dd className={styles.fine}>{t.plusOpen(totals.open)}</dd>}
      </div>
    </>
  );
}

type ShippingRowProps = { order: Order; stale: StaleMethod | null; offerAction: ReactNode; onChoose: OrderTotalsProps['onChooseShipping'] };

function ShippingRow({ order, stale, offerAction, onChoose }: ShippingRowProps) {
  const format = useFormat();
  const { shipping } = order.totals;
  const methodNames = [...new Set(order.shipping.shipments.flatMap((shipment) => (shipment.method === null ? [] : [shipment.method.name])))].join(', ');
  const unknown = onChoose ? (
    <Button variant="link" className={stale ? 'late' : ''} onClick={onChoose.run}>
      {stale ? t.chooseAgain() : onChoose.label}
    </Button>
  ) : (
    <span className={stale ? 'late' : 'muted'}>{stale ? t.chooseAgain() : t.notKnown()}</span>
  );
  return (
    <div>
      <dt>{t.shipping()}</dt>
      <dd>
        {shipping === null ? (
          <>
            {stale && <span className="was">{format.money(stale.was)}</span>} {unknown}
          </>
        ) : shipping.amount === 0 ? (
          order.lines.some((line) => line.ships) ? (
            t.free()
          ) : (
            '—'
          )
        ) : (
          format.money(shipping)
        )}
      </dd>
      {shipping === null
        ? stale && (
            <>
              <dd className={styles.fine}>{t.staleBecause(stale.name, whyStale(stale.step, format, order.currency))}</dd>
              {offerAction && <dd className={styles.offer}>{offerAction}</dd>}
            </>
          )
        : methodNames !== '' && <dd className={styles.fine}>{methodNames}</dd>}
    </div>
  );
}

function TaxRows({ order }: { order: Order }) {
  const format = useFormat();
  const { totals } = order;
  const included = order.priceMode === 'tax_included' && <dd className={styles.fine}>{t.contained()}</dd>;
  if (order.exemption !== null) {
    return (
      <div>
        <dt>{t.tax()}</dt>
        <dd>{totals.tax === null ? '—' : format.money(totals.tax)}</dd>
        <dd className={styles.fine}>{t.exempt(order.exemption)}</dd>
      </div>
    );
  }
  if (totals.tax === null) {
    const guess = totals.estimatedTax?.amount ? totals.estimatedTax : null;
    return (
      <div>
        <dt>{t.tax()}</dt>
        <dd className="muted">{guess === null ? t.notKnown() : t.about(format.money(guess))}</dd>
        {guess !== null && <dd className={styles.fine}>{t.aboutWhy()}</dd>}
      </div>
    );
  }
  if (totals.taxLines.length < 2) {
    const rate = totals.taxLines.at(0);
    return (
      <div>
        <dt>{rate === undefined ? t.tax() : `${rate.name} ${format.percent(rate.ratePpm)}`}</dt>
        <dd>{format.money(totals.tax)}</dd>
        {included}
      </div>
    );
  }
  return (
    <>
      {totals.taxLines.map((tax) => (
        <div key={`${tax.code} ${tax.ratePpm}`}>
          <dt>{`${tax.name} ${format.percent(tax.ratePpm)}`}</dt>
          <dd>{format.money(tax.amount)}</dd>
        </div>
      ))}
    </>
  );
}
