import type { ReactNode } from 'react';
import styles from './order-reading.module.css';

type ReadingPageProps = { children: ReactNode; rail: ReactNode; railLabel: string };

/** What is not edited any more: on the left what was agreed, on the right what it comes to. */
export function ReadingPage({ children, rail, railLabel }: ReadingPageProps) {
  return (
    <div className={styles.page}>
      <div className={styles.main}>{children}</div>
      <aside className={styles.rail} aria-label={railLabel}>
        <div className={styles.railIn}>{rail}</div>
      </aside>
    </div>
  );
}

/** For whom, and the few facts beside: one line under the heading. */
export function ReadingMeta({ children }: { children: ReactNode }) {
  return <div className={styles.meta}>{children}</div>;
}
