import { type ReactNode, useEffect } from 'react';
import { useSession } from '../lib/session.tsx';
import styles from './page-title.module.css';

/** The one heading of a page, and the name of the tab. */
export function PageTitle({ children, sub, end }: { children: string; sub?: ReactNode; end?: ReactNode }) {
  const { account } = useSession();
  useEffect(() => {
    document.title = `${children} · ${account.name}`;
  }, [children, account.name]);
  return (
    <div className={styles.head}>
      <div className={styles.words}>
        <h1 dir="auto">{children}</h1>
        {sub && <p className="soft small">{sub}</p>}
      </div>
      {end && <div className={styles.end}>{end}</div>}
    </div>
  );
}
