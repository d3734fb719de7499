import { Panel } from '@backdesk/ui/data/panel.tsx';
import type { ReactNode } from 'react';
import styles from './order-reading.module.css';

/** Who and where, or what was written: side by side where there is room. */
export function ReadingParties({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Panel title={title}>
      <div className={styles.parties}>{children}</div>
    </Panel>
  );
}

export function Party({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <h3>{title}</h3>
      {children}
    </div>
  );
}

/** What somebody wrote, in their lines. */
export function Written({ title, text }: { title: string; text: string }) {
  return (
    <Party title={title}>
      <p className={styles.text} dir="auto">
        {text}
      </p>
    </Party>
  );
}

/** How it gets there. */
export function PartyHow({ children }: { children: ReactNode }) {
  return <p className={styles.how}>{children}</p>;
}
