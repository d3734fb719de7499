import type { EstimateContent } from '@backdesk/contract/estimate/schema.ts';
import type { Order } from '@backdesk/contract/order/order.ts';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { openWords } from '../order-cells.tsx';
import styles from './order-reading.module.css';
import { t } from './texts.ts';

type ReadingSumsProps = {
  totals: EstimateContent['totals'];
  priceMode: Order['priceMode'];
  /** Lines that it is of, where that is said. */
  lineCount?: number;
  /** What is asked for first. */
  deposit?: Order['deposit'];
  /** What is left to pay; said when it is another amount than the total. */
  amountDue?: Order['totals']['amountDue'];
};

/** What it comes to, each tax by its rate. */
export function ReadingSums({ totals, priceMode, lineCount, deposit = null, amountDue }: ReadingSumsProps) {
  const { money, percent } = useFormat();
  return (
    <dl className={styles.sums}>
      <div>
        <dt>{t.items()}</dt>
        <dd>{money(totals.items)}</dd>
        {lineCount !== undefined && <dd className={styles.fine}>{t.lineCount(lineCount)}</dd>}
      </div>
      {totals.discount.amount !== 0 && (
        <div>
          <dt>{t.discount()}</dt>
          <dd>− {money(totals.discount)}</dd>
        </div>
      )}
      <div>
        <dt>{t.shipping()}</dt>
        <dd>{totals.shipping === null ? t.none() : totals.shipping.amount === 0 ? t.free() : money(totals.shipping)}</dd>
      </div>
      {totals.taxLines.length > 0 ? (
        totals.taxLines.map((tax) => (
          <div key={`${tax.code} ${tax.ratePpm}`}>
            <dt>
              <bdi>{tax.name}</bdi> {percent(tax.ratePpm)}
            </dt>
            <dd>{money(tax.amount)}</dd>
          </div>
        ))
      ) : (
        <div>
          <dt>{priceMode === 'tax_included' ? t.taxIncluded() : t.tax()}</dt>
          <dd>{totals.tax === null ? t.none() : money(totals.tax)}</dd>
        </div>
      )}
      <div className={styles.grand}>
        <dt>{t.total()}</dt>
        <dd>{money(totals.total)}</dd>
        {totals.open.length > 0 && <dd className={styles.fine}>{openWords(totals.open)}</dd>}
      </div>
      {deposit !== null && deposit.due.amount > 0 && (
        <>
          <div>
            <dt>{t.deposit()}</dt>
            <dd>{money(deposit.due)}</dd>
            {deposit.term.kind === 'percentage' && <dd className={styles.fine}>{t.ofTotal(percent(deposit.term.ppm))}</dd>}
          </div>
          <div>
            <dt>{t.balance()}</dt>
            <dd>{money(deposit.balance)}</dd>
            {totals.open.length > 0 && <dd className={styles.fine}>{openWords(totals.open)}</dd>}
          </div>
        </>
      )}
      {amountDue !== undefined && amountDue.amount !== totals.total.amount && (
        <div>
          <dt>{t.amountDue()}</dt>
          <dd>{money(amountDue)}</dd>
        </div>
      )}
    </dl>
  );
}
