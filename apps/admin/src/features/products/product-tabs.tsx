import { Tabs } from '@backdesk/ui/data/tabs.tsx';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import styles from './products-listing-page.module.css';
import { t } from './texts.ts';

type ProductTabsProps = { shown: 'products' | 'categories' /** What is found, and what can be done with it. */; children?: ReactNode };

/** The one bar of Products: what is sold, and the categories it is in. */
export function ProductTabs({ shown, children }: ProductTabsProps) {
  const plain = { activeOptions: { exact: true, includeSearch: false }, activeProps: { 'aria-current': undefined } } as const;
  return (
    <div className={styles.bar}>
      <Tabs label={t.views()}>
        <Link to="/products" {...plain} aria-current={shown === 'products' ? 'page' : undefined}>
          {t.all()}
        </Link>
        <Link to="/products/categories" {...plain} aria-current={shown === 'categories' ? 'page' : undefined}>
          {t.categories()}
        </Link>
      </Tabs>
      {children && <div className={styles.tools}>{children}</div>}
    </div>
  );
}
