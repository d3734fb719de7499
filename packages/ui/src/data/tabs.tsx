import { type ReactNode, useEffect, useRef } from 'react';
import styles from './tabs.module.css';

/** Views of one list: links (each has an address), so `aria-current="page"` marks the one shown. */
export function Tabs({ label, children, end }: { label: string; children: ReactNode; end?: ReactNode }) {
  const nav = useRef<HTMLElement>(null);
  const shown = useRef<Element | null>(null);
  // On a narrow screen the bar scrolls: the view that is shown must not be out of sight, nor come back when one scrolls on.
  useEffect(() => {
    const now = nav.current?.querySelector('[aria-current="page"]') ?? null;
    if (now === shown.current) return;
    shown.current = now;
    now?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
  });
  return (
    <nav ref={nav} className={styles.tabs} aria-label={label}>
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
