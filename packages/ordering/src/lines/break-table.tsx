import type { OrderLine } from '@backdesk/contract/order/lines.ts';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { cx } from '@backdesk/ui/text/cx.ts';
import { priceAt } from '../editing/price-at.ts';
import { BreakCurve } from './break-curve.tsx';
import styles from './break-table.module.css';
import { t } from './texts.ts';

/** The break that holds at a quantity: its own quantity, or null below the lowest. */
export function breakAt(line: OrderLine, quantity: number): number | null {
  return line.priceTable?.breaks.findLast((found) => found.quantity <= quantity)?.quantity ?? null;
}

/** Breaks of a line with the current one marked. `quantity` is what chooses it (the whole group's, when lines count together). */
export function BreakTable({ line, quantity, large = false }: { line: OrderLine; quantity: number; large?: boolean }) {
  const format = useFormat();
  const breaks = line.priceTable?.breaks ?? [];
  const current = breakAt(line, quantity);
  const { currency } = line.amount;
  if (breaks.length === 0) return null;
  return (
    <>
      <table className={cx(styles.table, large && styles.large)} aria-label={t.breaks()}>
        <thead>
          <tr>
            <th scope="col">{t.from()}</th>
            <th scope="col">{t.eachHead()}</th>
            <th scope="col">{t.cost()}</th>
          </tr>
        </thead>
        <tbody>
          {breaks.map((row) => {
            const priced = priceAt({ ...line, override: null, discount: null }, row.quantity);
            const isNow = row.quantity === current;
            return (
              <tr key={row.quantity} className={isNow ? styles.now : undefined} aria-current={isNow || undefined}>
                <td>{isNow ? t.now(format.number(row.quantity)) : format.number(row.quantity)}</td>
                <td>{priced?.unitPrice ? format.unitPrice(priced.unitPrice, currency, { show: 'plain' }) : '—'}</td>
                <td>{priced ? format.money({ amount: priced.amount, currency }, { show: 'plain' }) : '—'}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <BreakCurve breaks={breaks} quantity={quantity} />
    </>
  );
}
