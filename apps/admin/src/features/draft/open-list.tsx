import type { Order } from '@backdesk/contract/order/order.ts';
import type { RefusalJson } from '@backdesk/contract/order/refusal.ts';
import { lineNumbers } from '@backdesk/ordering/lines/line-numbers.ts';
import { refusalText } from '@backdesk/ordering/lines/refusal-text.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { StatusDot } from '@backdesk/ui/data/status-dot.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { useDraft } from './draft-context.tsx';
import styles from './draft-page.module.css';
import { t } from './texts.ts';

type OpenListProps = { order: Order; goToLine: (lineId: string) => void; goToStep: (step: string) => void; goToAdd: () => void };

/** What stands between this draft and an order, each leading to where it is mended; for who may not mend it, as text. */
export function OpenList({ order, goToLine, goToStep, goToAdd }: OpenListProps) {
  const format = useFormat();
  const { canEdit } = useDraft();
  const items = order.blockers.slice(0, 12);
  const called = items.some(({ lineId }) => lineId !== undefined) ? lineNumbers(order.lines) : [];
  function go(blocker: RefusalJson) {
    if (blocker.lineId !== undefined) goToLine(blocker.lineId);
    else if (blocker.step !== undefined) goToStep(blocker.step);
    else goToAdd();
  }
  return (
    <section className={styles.open} aria-label={t.open()}>
      <h2>{t.open()}</h2>
      {items.length === 0 ? (
        <StatusDot tone="good" shape="full">
          {t.nothingOpen()}
        </StatusDot>
      ) : (
        <ul>
          {items.map((blocker) => {
            const at = blocker.lineId === undefined ? undefined : called[order.lines.findIndex(({ id }) => id === blocker.lineId)];
            const isStale = blocker.code.endsWith('_stale') || at !== undefined;
            return (
              <li key={`${blocker.code} ${blocker.lineId ?? ''} ${blocker.pointer ?? ''}`}>
                <StatusDot tone={isStale ? 'warn' : 'neutral'} shape={isStale ? 'diamond' : 'ring'}>
                  {canEdit ? (
                    <Button variant="link" size="small" onClick={() => go(blocker)}>
                      {refusalText(blocker, format.number)}
                    </Button>
                  ) : (
                    <span>{refusalText(blocker, format.number)}</span>
                  )}
                </StatusDot>
                <span className="push muted">{at !== undefined ? t.atLine(at) : blocker.step !== undefined ? t.inCheckout() : ''}</span>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
