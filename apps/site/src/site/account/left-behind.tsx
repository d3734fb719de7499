import type { LeftBehind } from '@backdesk/contract/site/schema.ts';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import styles from './account.module.css';
import { t } from './texts.ts';

/** What did not come along, or came at another price. */
export function LeftBehindNotice({ left }: { left: readonly LeftBehind[] }) {
  return (
    <div style={{ gridColumn: '1 / -1' }}>
      <InlineNotice tone="warn" title={t.copiedBut()} live="status">
        <ul className={styles.left}>
          {left.map(({ label, why }) => (
            <li key={`${label} ${why}`}>{t.left[why](label)}</li>
          ))}
        </ul>
      </InlineNotice>
    </div>
  );
}
