import type { EditorState } from '@backdesk/ordering/editing/editor-state.ts';
import { problemText } from '@backdesk/ordering/lines/problem-text.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { ConflictChoice } from './conflict-choice.tsx';
import { useDraft } from './draft-context.tsx';
import styles from './draft-page.module.css';
import { EstimateBanner } from './estimate-banner.tsx';
import { SavedCartBanner } from './saved-cart-banner.tsx';
import { t } from './texts.ts';

/** What concerns the whole order: its estimate, fields that two people changed, and what could not be saved. */
export function OrderNotices({ state }: { state: EditorState }) {
  const format = useFormat();
  const { editor } = useDraft();
  const order = state.shown;
  const here = new Set(order.lines.map((line) => line.id));
  const isElsewhere = (op: EditorState['pending'][number]['op']) => !('lineId' in op) || !here.has(op.lineId);
  const conflicts = state.conflicts.filter(({ queued }) => isElsewhere(queued.op));
  const rejections = state.rejections.filter(({ queued }) => queued.op.kind !== 'add_line' && queued.op.kind !== 'add_lines' && isElsewhere(queued.op));
  const isSaved = order.stage === 'saved_cart' || (order.stage === 'cart' && order.number !== null);
  const isEmpty = order.stage !== 'estimate' && !isSaved && order.abilities.edit && conflicts.length === 0 && rejections.length === 0;
  if (isEmpty) return null;
  return (
    <div className={styles.notices}>
      {order.stage === 'estimate' && <EstimateBanner order={order} />}
      {isSaved && <SavedCartBanner order={order} />}
      {!order.abilities.edit && <InlineNotice tone="info">{t.readOnly()}</InlineNotice>}
      {conflicts.map((conflict) => (
        <ConflictChoice key={conflict.queued.id} conflict={conflict} />
      ))}
      {rejections.map((rejection) => (
        <InlineNotice
          key={rejection.queued.id}
          tone="bad"
          live="alert"
          actions={
            <Button size="small" onClick={() => editor.dismiss(rejection.queued.id)}>
              {t.dismiss()}
            </Button>
          }
        >
          {t.notSaved(problemText(rejection.problem, format.number))}
        </InlineNotice>
      ))}
    </div>
  );
}
