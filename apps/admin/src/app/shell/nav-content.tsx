import { Icon } from '@backdesk/ui/icons/icon.tsx';
import { commandKey } from '@backdesk/ui/text/command-key.ts';
import { cx } from '@backdesk/ui/text/cx.ts';
import { Kbd } from '@backdesk/ui/text/kbd.tsx';
import { Link } from '@tanstack/react-router';
import { Mark } from '../../components/mark.tsx';
import { changeAppearance, useAppearance } from '../../lib/appearance.ts';
import { type DeskPage, pagesFor } from '../../lib/desk-pages.ts';
import { openPaletteEvent, openShortcutsEvent } from '../../lib/palette-event.ts';
import { useSession } from '../../lib/session.tsx';
import { PersonMenu } from './person-menu.tsx';
import styles from './shell.module.css';
import { t } from './texts.ts';

type Entry = DeskPage & { count?: number | undefined };

export type NavContentProps = { accountName: string; personName: string; personRole: string; pendingCount?: number | undefined; onSignOut: () => void };

/** What stands in the side navigation, and behind Menu when the window is narrow. */
export function NavContent({ accountName, personName, personRole, pendingCount, onSignOut }: NavContentProps) {
  const { rows } = useAppearance();
  const pages = pagesFor(useSession().permissions);
  const orders = pages.flatMap((page): Entry[] => (page.place === 'orders' ? [page.to === '/orders/pending' ? { ...page, count: pendingCount } : page] : []));
  const store = pages.filter(({ place }) => place === 'store');
  return (
    <div className={styles.nav}>
      <Link to="/orders/drafts" className={styles.account}>
        <Mark className={styles.mark} />
        <span>{accountName}</span>
      </Link>
      <button type="button" className={cx(styles.item, styles.find)} onClick={() => document.dispatchEvent(new Event(openPaletteEvent))}>
        <Icon name="search" />
        <span className={styles.name}>{t.find()}</span>
        <Kbd className="hide-s">{`${commandKey} K`}</Kbd>
      </button>
      <nav aria-label={t.main()} className={styles.groups}>
        <NavGroup title={t.orders()} entries={orders} />
        <NavGroup title={t.store()} entries={store} />
      </nav>
      <div className={styles.foot}>
        <button type="button" className={styles.item} onClick={() => changeAppearance({ rows: rows === 'compact' ? 'comfortable' : 'compact' })}>
          <Icon name="rows" />
          {t.rows(rows)}
        </button>
        <button type="button" className={cx(styles.item, 'hide-s')} onClick={() => document.dispatchEvent(new Event(openShortcutsEvent))}>
          <Icon name="keyboard" />
          <span className={styles.name}>{t.shortcuts()}</span>
          <Kbd>?</Kbd>
        </button>
        <PersonMenu name={personName} role={personRole} onSignOut={onSignOut} />
      </div>
    </div>
  );
}

function NavGroup({ title, entries }: { title: string; entries: readonly Entry[] }) {
  return (
    <div>
      <h2 className={styles.group}>{title}</h2>
      <ul className={styles.list}>
        {entries.map((entry) => (
          <li key={entry.label}>
            <Link to={entry.to} className={styles.item} activeOptions={{ exact: false, includeSearch: false }} preload="intent">
              <Icon name={entry.icon} />
              <span className={styles.name}>{entry.label}</span>
              {entry.count ? <span className={styles.count}>{entry.count}</span> : null}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
