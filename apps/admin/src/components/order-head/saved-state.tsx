import type { EditorState } from '@backdesk/ordering/editing/editor-state.ts';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { Icon } from '@backdesk/ui/icons/icon.tsx';
import styles from './order-head.module.css';
import { t } from './texts.ts';

/** Where the work is: on its way, saved, kept here while offline, or waiting for a choice. */
export function SavedState({ state }: { state: EditorState }) {
  const format = useFormat();
  const { conflicts, pending, saving, savedAt, confirmed } = state;
  if (conflicts.length > 0) {
    return (
      <span className={styles.conflict} role="status">
        <Icon name="warning" />
        {t.conflict()}
      </span>
    );
  }
  if (saving === 'offline' || saving === 'unavailable') {
    return (
      <span className={styles.offline} role="status">
        <Icon name="warning" />
        {saving === 'offline' ? t.offline(pending.length) : t.unavailable(pending.length)}
      </span>
    );
  }
  return (
    <span className={styles.saved} role="status">
      {pending.length > 0 ? (
        t.saving()
      ) : (
        <>
          <Icon name="check" />
          {t.saved(format.time(savedAt ?? confirmed.updatedAt))}
        </>
      )}
    </span>
  );
}
