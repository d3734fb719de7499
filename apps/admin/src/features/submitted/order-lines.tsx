import type { Order, OrderLine } from '@backdesk/contract/order/schema.ts';
import { onceAmount } from '@backdesk/domain/pricing/once-amount.ts';
import { LineAnswers } from '@backdesk/ordering/lines/line-answers.tsx';
import { lineMath } from '@backdesk/ordering/lines/line-math.ts';
import { lineNumbers } from '@backdesk/ordering/lines/line-numbers.ts';
import { Tag } from '@backdesk/ui/data/status-dot.tsx';
import { type Format, useFormat } from '@backdesk/ui/format/use-format.tsx';
import { cx } from '@backdesk/ui/text/cx.ts';
import styles from './submitted-order-page.module.css';
import { t } from './texts.ts';

/** The lines as they were ordered. */
export function OrderLines({ order }: { order: Order }) {
  const format = useFormat();
  const { currency } = order;
  const numbers = lineNumbers(order.lines);
  return (
    <table className={styles.lines} aria-label={t.lines()}>
      <thead>
        <tr>
          <th scope="col">#</th>
          <th scope="col" className={styles.hideMedium}>
            {t.sku()}
          </th>
          <th scope="col">{t.item()}</th>
          <th scope="col" className={styles.num}>
            {t.quantity()}
          </th>
          <th scope="col" className={styles.num}>
            {t.unit()}
          </th>
          <th scope="col" className={styles.num}>
            {t.totalWord()}
          </th>
        </tr>
      </thead>
      <tbody>
        {order.lines.map((line, index) => (
          <tr key={line.id} className={cx(line.parentLineId !== null && styles.below)}>
            <td className={styles.position}>{line.parentLineId === null && numbers[index]}</td>
            <td className={cx(styles.sku, styles.hideMedium)}>
              {line.sku ? <bdi>{line.sku}</bdi> : <Tag>{line.kind === 'custom' ? t.custom() : t.charge()}</Tag>}
            </td>
            <td className={styles.item}>
              <span className={styles.name}>
                <bdi>{[line.name, ...line.options.map((option) => option.value)].join(' · ')}</bdi>
              </span>
              <LineAnswers answers={line.answers} className={styles.sub} />
              <LineNotes line={line} format={format} />
            </td>
            <td className={styles.num}>{format.number(line.quantity)}</td>
            <td className={styles.num}>{line.unitPrice === null ? t.none() : format.unitPrice(line.unitPrice, currency, { show: 'plain' })}</td>
            <td className={cx(styles.num, styles.total)}>{format.money(line.total, { show: 'plain' })}</td>
            <td className={styles.math}>{lineMath(line, format)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function LineNotes({ line, format }: { line: OrderLine; format: Format }) {
  const once = onceAmount(line.upcharges.map(({ perLine }) => ({ perLine: perLine.amount })));
  const notes = [
    line.override && t.setPrice(line.override.by),
    line.override?.reason,
    line.discountAmount.amount > 0 && t.lineDiscount(format.money(line.discountAmount)),
    once !== 0 && t.once(format.money({ amount: once, currency: line.amount.currency })),
    line.noteCustomer,
  ].filter(Boolean);
  if (notes.length === 0) return null;
  return (
    <span className={styles.sub}>
      <bdi>{notes.join(' · ')}</bdi>
    </span>
  );
}
