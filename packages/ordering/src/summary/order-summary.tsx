import type { OrderLine } from '@backdesk/contract/order/lines.ts';
import type { Order } from '@backdesk/contract/order/order.ts';
import { partLineIds, shownFigures } from '@backdesk/domain/order/bundle-totals.ts';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { cx } from '@backdesk/ui/text/cx.ts';
import type { ReactNode } from 'react';
import { LineAnswers } from '../lines/line-answers.tsx';
import { lineMath, partMath } from '../lines/line-math.ts';
import { LinePicture } from '../lines/line-picture.tsx';
import { lineTitle } from '../lines/line-title.ts';
import styles from './order-summary.module.css';
import { OrderTotals } from './order-totals.tsx';
import { t } from './texts.ts';

/** A side column must stay readable: a long order shows its first lines and how many follow. */
const SHOWN = 30;

export type OrderSummaryProps = {
  order: Order;
  action?: ReactNode;
  /** The discount codes with a field for one more. */
  codes?: ReactNode;
  /** The page lists the lines already: where both stand below each other, they are not said twice. */
  hasLinesBeside?: boolean;
};

/** The order beside the checkout: its lines in short, and its sums, always current. */
export function OrderSummary({ order, action, codes, hasLinesBeside = false }: OrderSummaryProps) {
  const hidden = order.lines.length - SHOWN;
  const parts = partLineIds(order.lines);
  return (
    <section className={cx(styles.summary, hasLinesBeside && styles.sumsOnly)} aria-label={t.summary()}>
      <div className={styles.head}>
        <h2>{t.summary()}</h2>
        <span className="push small">{action}</span>
      </div>
      {order.lines.length === 0 && <p className="muted small">{t.noLines()}</p>}
      <ul className={styles.lines}>
        {order.lines.slice(0, SHOWN).map((line) => (
          <SummaryLine key={line.id} line={line} isPart={parts.has(line.id)} />
        ))}
      </ul>
      {hidden > 0 && <p className={cx(styles.more, 'muted small')}>{t.moreLines(hidden)}</p>}
      <div className={styles.totals}>
        <OrderTotals order={order} {...(codes !== undefined && { codes })} />
      </div>
    </section>
  );
}

function SummaryLine({ line, isPart }: { line: OrderLine; isPart: boolean }) {
  const format = useFormat();
  if (line.kind === 'section')
    return (
      <li className={styles.section}>
        <span className="medium" dir="auto">
          {line.name}
        </span>
        <span className="num muted">{line.subtotal !== null && format.money(line.subtotal, { show: 'plain' })}</span>
      </li>
    );
  const isLeftOut = line.optional && !line.chosen;
  const { unitPrice, total } = shownFigures(line);
  const amount = isPart ? '' : format.money(total, { show: 'plain' });
  return (
    <li className={cx(line.parentLineId !== null && styles.below)}>
      {line.parentLineId === null ? <LinePicture url={line.imageUrl} size={36} /> : <span />}
      <span className={styles.name}>
        <span dir="auto">{lineTitle(line)}</span>
        <LineAnswers answers={line.answers} className={styles.each} />
        {unitPrice !== null && <span className={styles.each}>{isPart ? partMath(line, format) : lineMath(line, format)}</span>}
      </span>
      <span className="num">{isLeftOut && !isPart ? `(${amount})` : amount}</span>
    </li>
  );
}
