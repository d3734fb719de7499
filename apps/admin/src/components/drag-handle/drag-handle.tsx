import { Icon } from '@backdesk/ui/icons/icon.tsx';
import styles from './drag-handle.module.css';

/** What a row of a list is taken by, with the pointer or with arrows. `label`: of what, and where it stands. */
export function DragHandle({ label }: { label: string }) {
  return (
    <button type="button" className={styles.handle} data-drag="" aria-label={label}>
      <Icon name="up-down" />
    </button>
  );
}
