import { Tabs } from '@backdesk/ui/data/tabs.tsx';
import { Link } from '@tanstack/react-router';
import { t } from './texts.ts';

/** The two lists of Customers / Contacts. */
export function CustomerTabs({ shown }: { shown: 'customers' | 'companies' }) {
  const exact = { activeOptions: { exact: true }, activeProps: { 'aria-current': undefined } } as const;
  return (
    <Tabs label={t.customerViews()}>
      <Link to="/customers" {...exact} aria-current={shown === 'customers' ? 'page' : undefined}>
        {t.customers()}
      </Link>
      <Link to="/customers/companies" {...exact} aria-current={shown === 'companies' ? 'page' : undefined}>
        {t.companies()}
      </Link>
    </Tabs>
  );
}
