import { type ReactNode, useEffect } from 'react';
import { Mark } from '../../components/mark.tsx';
import styles from './sign-in-page.module.css';

/** A page in front of the desk: the mark, one heading, one thing to do. */
export function Door({ title, hint, children }: { title: string; hint?: ReactNode; children: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · Backdesk`;
  }, [title]);
  return (
    <main className={styles.page}>
      <p className={styles.brand}>
        <Mark className={styles.mark} />
        Backdesk
      </p>
      <h1 dir="auto">{title}</h1>
      {children}
      {hint !== undefined && <p className={styles.hint}>{hint}</p>}
    </main>
  );
}
