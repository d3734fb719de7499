import { Icon, type IconName } from '@backdesk/ui/icons/icon.tsx';
import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { NotAllowed } from '../../components/not-allowed.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { useMay } from '../../lib/session.tsx';
import styles from './settings-layout.module.css';
import { t } from './texts.ts';

const sections = [
  { to: '/settings/account', icon: 'store', label: t.account() },
  { to: '/settings/tax-rates', icon: 'percent', label: t.taxRates() },
  { to: '/settings/shipping-zones', icon: 'truck', label: t.shippingZones() },
  { to: '/settings/import', icon: 'tray', label: t.import() },
  { to: '/settings/staff', icon: 'user', label: t.staff() },
  { to: '/settings/custom-fields', icon: 'rows', label: t.customFields() },
  { to: '/settings/api-keys', icon: 'key', label: t.apiKeys() },
  { to: '/settings/outbox', icon: 'mail', label: t.outbox() },
  { to: '/settings/sign-in', icon: 'key', label: t.yourSignIn() },
] as const satisfies readonly { to: string; icon: IconName; label: string }[];

/** Settings: its parts at the left, the chosen one beside. */
export function SettingsLayout() {
  const path = useLocation({ select: (location) => location.pathname });
  const mayRead = useMay('settings:read');
  const mayStaff = useMay('staff:write');
  // What belongs to the person is open to all; who lets others in sees who is there.
  const shown = sections.filter(({ to }) => to === '/settings/sign-in' || (mayRead && (to !== '/settings/staff' || mayStaff)));
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
