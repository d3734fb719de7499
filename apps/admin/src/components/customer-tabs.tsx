import { Tabs } from '@backdesk/ui/data/tabs.tsx';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { CustomersSearch, CustomerTab } from '../lib/customers-search.ts';
import styles from './customer-tabs.module.css';
import { t } from './texts.ts';

export type CustomerTabsProps = {
  shown: CustomerTab | 'all' | 'companies' | 'deleted-companies';
  /** What the customers' tabs keep when one goes from one to another. */
  kept?: Omit<CustomersSearch, 'tab' | 'cursor'>;
  /** How many are shown, and what can be done with them. */
  children?: ReactNode;
};

const tabs: readonly { readonly tab: CustomerTab | undefined; readonly label: string }[] = [
  { tab: undefined, label: t.all() },
  { tab: 'active', label: t.mayOrder() },
  { tab: 'closed', label: t.closed() },
  { tab: 'deleted', label: t.deleted() },
];

/** The one bar of Customers / Contacts: customers by state, and their companies. */
export function CustomerTabs({ shown, kept = {}, children }: CustomerTabsProps) {
  const exact = { activeOptions: { exact: true, includeSearch: true, explicitUndefined: true }, activeProps: { 'aria-current': undefined } } as const;
  return (
    <div className={styles.bar}>
      <Tabs label={t.customerViews()}>
        {tabs.map(({ tab, label }) => (
          <Link key={label} to="/customers" search={{ ...kept, ...(tab && { tab }) }} {...exact} aria-current={shown === (tab ?? 'all') ? 'page' : undefined}>
            {label}
          </Link>
        ))}
        <span className={styles.rule} aria-hidden="true" />
        <Link to="/customers/companies" {...exact} aria-current={shown === 'companies' ? 'page' : undefined}>
          {t.companies()}
        </Link>
        <Link to="/customers/companies" search={{ deleted: true }} {...exact} aria-current={shown === 'deleted-companies' ? 'page' : undefined}>
          {t.deletedCompanies()}
        </Link>
      </Tabs>
      {children && <div className={styles.tools}>{children}</div>}
    </div>
  );
}

/** Said before the tools of the bar. */
export function FoundCount({ children }: { children: ReactNode }) {
  return <span className={styles.found}>{children}</span>;
}
