import type { EditorState } from '@backdesk/ordering/editing/editor-state.ts';
import { unsentElsewhere } from '@backdesk/ordering/unsent/unsent-elsewhere.ts';
import { UnsentNotices } from '@backdesk/ordering/unsent/unsent-notices.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { useDraft } from './draft-context.tsx';
import styles from './draft-page.module.css';
import { EstimateBanner } from './estimate-banner.tsx';
import { SavedCartBanner } from './saved-cart-banner.tsx';
import { t } from './texts.ts';

/** What concerns the whole order: its estimate, fields that two people changed, and what could not be saved. */
export function OrderNotices({ state }: { state: EditorState }) {
  const { editor } = useDraft();
  const order = state.shown;
  const { conflicts, rejections } = unsentElsewhere(state);
  const isSaved = order.stage === 'saved_cart' || (order.stage === 'cart' && order.number !== null);
  const isEmpty = order.stage !== 'estimate' && !isSaved && order.abilities.edit && conflicts.length === 0 && rejections.length === 0;
  if (isEmpty) return null;
  return (
    <div className={styles.notices}>
      {order.stage === 'estimate' && <EstimateBanner order={order} />}
      {isSaved && <SavedCartBanner order={order} />}
      {!order.abilities.edit && <InlineNotice tone="info">{t.readOnly()}</InlineNotice>}
      <UnsentNotices editor={editor} state={state} />
    </div>
  );
}
