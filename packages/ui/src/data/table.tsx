import type { ReactNode } from 'react';
import { cx } from '../text/cx.ts';
import styles from './table.module.css';

/** A plain table with our hairlines; columns of figures carry the class `num`. `edge` drops the outer padding. */
export function Table({ label, edge = false, children }: { label: string; edge?: boolean; children: ReactNode }) {
  return (
    <div className={styles.scroll}>
      <table className={cx(styles.table, edge && styles.edge)} aria-label={label}>
        {children}
      </table>
    </div>
  );
}
