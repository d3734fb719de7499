import type { EstimateContent } from '@backdesk/contract/estimate/schema.ts';
import { lineNumbers } from '@backdesk/ordering/lines/line-numbers.ts';
import { Tag } from '@backdesk/ui/data/status-dot.tsx';
import { type Format, useFormat } from '@backdesk/ui/format/use-format.tsx';
import { cx } from '@backdesk/ui/text/cx.ts';
import styles from './revision-page.module.css';
import { t } from './texts.ts';

type Line = EstimateContent['lines'][number];

/** The lines as they were frozen, or as they were accepted. */
export function RevisionLines({ content }: { content: EstimateContent }) {
  const format = useFormat();
  const { lines, currency } = content;
  const numbers = lineNumbers(lines);
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
            {t.total()}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line, index) =>
          line.kind === 'section' ? (
            <tr key={line.id} className={styles.section}>
              <td />
              <th scope="rowgroup" colSpan={4}>
                <bdi>{line.name}</bdi>
              </th>
              <td className={cx(styles.num, styles.total)}>{line.subtotal !== null && format.money(line.subtotal, { show: 'plain' })}</td>
            </tr>
          ) : (
            <tr key={line.id} className={cx(line.parentLineId !== null && styles.below)}>
              <td className={styles.position}>{line.parentLineId === null && numbers[index]}</td>
              <td className={cx(styles.sku, styles.hideMedium)}>
                {line.sku ? <bdi>{line.sku}</bdi> : <Tag>{line.kind === 'custom' ? t.custom() : t.charge()}</Tag>}
              </td>
              <td className={styles.item}>
                <span className={styles.name}>
                  <bdi>{[line.name, ...line.options.map((option) => option.value)].join(' · ')}</bdi>{' '}
                  {line.optional && <Tag tone={line.chosen ? 'open' : 'neutral'}>{line.chosen ? t.chosen() : t.optional()}</Tag>}
                </span>
                <LineSays line={line} format={format} />
              </td>
              <td className={styles.num}>{format.number(line.quantity)}</td>
              <td className={styles.num}>{line.unitPrice === null ? t.none() : format.unitPrice(line.unitPrice, currency, { show: 'plain' })}</td>
              <td className={cx(styles.num, styles.total)}>{amountOf(line, format)}</td>
              <td className={styles.math}>{mathOf(line, currency, format)}</td>
            </tr>
          ),
        )}
      </tbody>
    </table>
  );
}

/** In brackets where it is not in the total. */
function amountOf(line: Line, format: Format): string {
  const amount = format.money(line.total, { show: 'plain' });
  return line.optional && !line.chosen ? `(${amount})` : amount;
}

/** "48 × 15.65", on a narrow screen. */
function mathOf({ quantity, unitPrice }: Line, currency: string, format: Format): string {
  return unitPrice === null ? '' : `${format.number(quantity)} × ${format.unitPrice(unitPrice, currency, { show: 'plain' })}`;
}

function LineSays({ line, format }: { line: Line; format: Format }) {
  const { quantityBounds: bounds, choiceGroup, discountAmount, onceAmount, answers, note } = line;
  const says = [
    ...answers.map(({ name, value }) => `${name}: ${value}`),
    choiceGroup !== null && t.oneOf(choiceGroup),
    bounds !== null && t.bounds(format.number(bounds.minimum), format.number(bounds.maximum)),
    discountAmount.amount !== 0 && t.off(format.money(discountAmount)),
    onceAmount.amount !== 0 && t.once(format.money(onceAmount)),
    note,
  ].filter(Boolean);
  if (says.length === 0) return null;
  return (
    <span className={styles.sub}>
      <bdi>{says.join(' · ')}</bdi>
    </span>
  );
}
