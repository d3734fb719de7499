import { Icon } from '@backdesk/ui/icons/icon.tsx';
import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { NotAllowed } from '../../components/not-allowed.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { deskPages, pagesFor } from '../../lib/desk-pages.ts';
import { useSession } from '../../lib/session.tsx';
import styles from './settings-layout.module.css';
import { t } from './texts.ts';

const sections = deskPages.filter(({ place }) => place === 'settings');

/** Settings: its parts at the left, the chosen one beside. */
export function SettingsLayout() {
  const path = useLocation({ select: (location) => location.pathname });
  const { permissions } = useSession();
  const shown = pagesFor(permissions).filter(({ place }) => place === 'settings');
  const isOpen = shown.some(({ to }) => path.startsWith(to)) || !sections.some(({ to }) => path.startsWith(to));
  const nav = useRef<HTMLElement>(null);
  // On a phone the parts are one row that scrolls: the chosen one is brought into it.
  useEffect(() => {
    if (path !== '') nav.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [path]);
  return (
    <>
      <PageHead title={t.title()} part={sections.find(({ to }) => path.startsWith(to))?.label} />
      <div className={styles.layout}>
        <nav ref={nav} className={styles.nav} aria-label={t.sections()}>
          <ul>
            {shown.map(({ to, icon, label }) => (
              <li key={to}>
                <Link to={to} activeOptions={{ includeSearch: false }}>
                  <Icon name={icon} />
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <div className={styles.content}>{isOpen ? <Outlet /> : <NotAllowed />}</div>
      </div>
    </>
  );
}
