import { Button, buttonClass } from '@backdesk/ui/actions/button.tsx';
import { cx } from '@backdesk/ui/text/cx.ts';
import { type ReactNode, useCallback, useState } from 'react';
import { Mark } from '../../components/mark.tsx';
import { NavContent, type NavContentProps } from './nav-content.tsx';
import { NavDrawer } from './nav-drawer.tsx';
import styles from './shell.module.css';
import { t } from './texts.ts';

/** The desk around every page: side navigation from 1200 px, a bar with Menu below. */
export function Shell({ children, ...content }: NavContentProps & { children: ReactNode }) {
  const [menuOpen, setMenuOpen] = useState(false);
  const closeMenu = useCallback(() => setMenuOpen(false), []);
  return (
    <>
      <a href="#main" className={cx(buttonClass({}), styles.skip)}>
        {t.skip()}
      </a>
      <div className={styles.desk}>
        <header className={styles.side}>
          <NavContent {...content} />
        </header>
        <header className={styles.top}>
          <Button variant="quiet" icon="menu" onClick={() => setMenuOpen(true)} aria-haspopup="dialog" aria-expanded={menuOpen}>
            {t.menu()}
          </Button>
          <span className={styles.account}>
            <Mark className={styles.mark} />
            <span>{content.accountName}</span>
          </span>
        </header>
        <main id="main" tabIndex={-1} className={styles.sheet}>
          {children}
        </main>
      </div>
      {menuOpen && <NavDrawer {...content} onClose={closeMenu} />}
    </>
  );
}
