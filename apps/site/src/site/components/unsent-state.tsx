import { UnsentNotices } from '@backdesk/ordering/unsent/unsent-notices.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import type { CartEditing } from '../lib/cart-editors.ts';
import { isWaiting } from '../lib/pieces-kept.ts';
import { t } from './texts.ts';
import styles from './unsent-state.module.css';

/** What of a cart the store does not have: kept here without a connection, settled by nobody yet, or refused. */
export function UnsentState({ editor, state }: CartEditing) {
  return (
    <div className={styles.unsent}>
      {isWaiting(state) && (
        <InlineNotice tone="warn" live="status">
          {state.saving === 'offline' ? t.offline(state.pending.length) : t.unavailable(state.pending.length)}
        </InlineNotice>
      )}
      <UnsentNotices editor={editor} state={state} />
    </div>
  );
}
