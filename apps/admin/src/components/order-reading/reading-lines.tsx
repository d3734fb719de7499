import type { EstimateContent } from '@backdesk/contract/estimate/schema.ts';
import { partLineIds, shownFigures } from '@backdesk/domain/order/bundle-totals.ts';
import { lineNumbers } from '@backdesk/ordering/lines/line-numbers.ts';
import { Tag } from '@backdesk/ui/data/status-dot.tsx';
import { type Format, useFormat } from '@backdesk/ui/format/use-format.tsx';
import { cx } from '@backdesk/ui/text/cx.ts';
import type { ReactNode } from 'react';
import styles from './order-reading.module.css';
import { t } from './texts.ts';

/** What the lines of an order and those of a frozen revision have in common. */
export type ReadingLine = Pick<
  EstimateContent['lines'][number],
  'id' | 'kind' | 'parentLineId' | 'name' | 'sku' | 'options' | 'quantity' | 'unitPrice' | 'total' | 'subtotal' | 'optional' | 'chosen'
>;

type ReadingLinesProps<Line> = {
  lines: readonly Line[];
  currency: string;
  /** What is said of a line under its name. */
  below: (line: Line) => ReactNode;
  /** How it comes to its amount, for a narrow screen. */
  math: (line: Line) => string;
};

/** Lines to read, as they were agreed. */
export function ReadingLines<Line extends ReadingLine>({ lines, currency, below, math }: ReadingLinesProps<Line>) {
  const format = useFormat();
  const numbers = lineNumbers(lines);
  const parts = partLineIds(lines);
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
                {below(line)}
              </td>
              <td className={styles.num}>{format.number(line.quantity)}</td>
              <td className={styles.num}>{unitOf(line, currency, parts.has(line.id), format)}</td>
              <td className={cx(styles.num, styles.total)}>{!parts.has(line.id) && amountOf(line, format)}</td>
              <td className={styles.math}>{math(line)}</td>
            </tr>
          ),
        )}
      </tbody>
    </table>
  );
}

/** What one costs; nothing of a part that its bundle has the price of. */
function unitOf(line: ReadingLine, currency: string, isPart: boolean, format: Format): string {
  const { unitPrice } = shownFigures(line);
  if (isPart && line.total.amount === 0) return '';
  return unitPrice === null ? t.none() : format.unitPrice(unitPrice, currency, { show: 'plain' });
}

/** In brackets where it is not in the total. */
function amountOf(line: ReadingLine, format: Format): string {
  const amount = format.money(shownFigures(line).total, { show: 'plain' });
  return line.optional && !line.chosen ? `(${amount})` : amount;
}

/** What is said of a line, in one phrase; nothing to say is nothing. */
export function LineSays({ says }: { says: readonly (string | false | null | undefined)[] }) {
  const said = says.filter(Boolean);
  if (said.length === 0) return null;
  return (
    <span className={styles.sub}>
      <bdi>{said.join(' · ')}</bdi>
    </span>
  );
}

export const lineSaysClass = styles.sub;
