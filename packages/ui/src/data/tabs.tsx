import type { ReactNode } from 'react';
import styles from './tabs.module.css';

/** Views of one list: links (each has an address), so `aria-current="page"` marks the one shown. */
export function Tabs({ label, children, end }: { label: string; children: ReactNode; end?: ReactNode }) {
  return (
    <nav className={styles.tabs} aria-label={label}>
      {children}
      {end && <span className="push">{end}</span>}
    </nav>
  );
}

/** A figure after a tab's word. It is not part of the tab's name: give it to the link as `aria-description`. */
export function TabCount({ children }: { children: ReactNode }) {
  return (
    <span className={styles.count} aria-hidden="true">
      {children}
    </span>
  );
}
