import { StatusDot } from '@backdesk/ui/data/status-dot.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import styles from './line-grid.module.css';
import { useShortLine } from './order-stock.tsx';
import { t } from './texts.ts';

/** "12 short: 38 in stock, 100 more Dec 3". Nothing while there is enough. */
export function LineStock({ lineId }: { lineId: string }) {
  const format = useFormat();
  const line = useShortLine(lineId);
  if (line === undefined) return null;
  const { short, available, allowsBackorder, incoming } = line;
  const what = allowsBackorder ? t.onBackorder(format.number(short)) : t.short(format.number(short));
  const left = available === 0 ? t.noneLeft() : t.left(format.number(available));
  const more = incoming === null ? [] : [t.more(format.number(incoming.quantity), format.date(incoming.expectedOn))];
  return (
    <span className={styles.sub}>
      <StatusDot tone={allowsBackorder ? 'neutral' : 'warn'} shape="diamond">
        {[`${what}: ${left}`, ...more].join(', ')}
      </StatusDot>
    </span>
  );
}
