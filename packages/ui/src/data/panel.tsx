import { type ReactNode, useId } from 'react';
import styles from './panel.module.css';

/** A part of a page under its own heading; hairlines between, no boxes. */
export function Panel({ title, note, actions, children }: { title: string; note?: ReactNode; actions?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section className={styles.panel} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id}>{title}</h2>
        {note && <span className={styles.note}>{note}</span>}
        {actions && <span className="row push">{actions}</span>}
      </div>
      {children}
    </section>
  );
}
