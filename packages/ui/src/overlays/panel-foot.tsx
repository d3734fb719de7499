import type { ReactNode } from 'react';
import styles from './dialog.module.css';

/** The buttons of a panel, below the part that scrolls. */
export function PanelFoot({ children }: { children: ReactNode }) {
  return <div className={styles.panelFoot}>{children}</div>;
}
