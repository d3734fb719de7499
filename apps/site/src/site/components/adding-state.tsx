import type { OrderOp } from '@backdesk/ordering/editing/order-op.ts';
import { lineTitle } from '@backdesk/ordering/lines/line-title.ts';
import { problemText } from '@backdesk/ordering/lines/problem-text.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { isWaiting } from '../lib/pieces-kept.ts';
import type { Adding } from '../lib/use-adding.tsx';
import { t } from './texts.ts';
import styles from './unsent-state.module.css';

/** What was put into the cart and is not in it: kept here without a connection, or refused when it was sent at last. */
export function AddingState({ editor, state }: Pick<Adding, 'editor' | 'state'>) {
  const format = useFormat();
  if (editor === null || state === null) return null;
  const lines = state.pending.flatMap(({ op }) => addedBy(op));
  return (
    <div className={styles.unsent}>
      {isWaiting(state) && (
        <InlineNotice tone="warn" live="status" title={state.saving === 'offline' ? t.addedOffline() : t.addedUnavailable()}>
          <ul>
            {lines.map(({ preview }) => (
              <li key={preview.id} dir="auto">
                {t.addedPieces(format.number(preview.quantity), lineTitle(preview))}
              </li>
            ))}
          </ul>
        </InlineNotice>
      )}
      {state.rejections.map(({ queued, problem }) => (
        <InlineNotice
          key={queued.id}
          tone="bad"
          live="alert"
          title={t.notAdded(namesIn(queued.op))}
          actions={
            <Button size="small" onClick={() => editor.dismiss(queued.id)}>
              {t.seen()}
            </Button>
          }
        >
          {problemText(problem, format.number)}
        </InlineNotice>
      ))}
    </div>
  );
}

function addedBy(op: OrderOp) {
  return op.kind === 'add_lines' ? op.added : [];
}

function namesIn(op: OrderOp): string {
  return [...new Set(addedBy(op).map(({ preview }) => preview.name))].join(', ');
}
