import type { CustomerRow } from '@backdesk/contract/customer/schema.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { Tabs } from '@backdesk/ui/data/tabs.tsx';
import { EmptyState } from '@backdesk/ui/feedback/empty-state.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { Listing } from '../../components/listing.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { SearchBox } from '../../components/search-box.tsx';
import { useListNavigation } from '../../components/use-list-navigation.ts';
import type { CustomersSearch, CustomerTab } from '../../lib/customers-search.ts';
import { useMay } from '../../lib/session.tsx';
import styles from './customer-filters.module.css';
import { CustomerFilters, countFilters, noFilters } from './customer-filters.tsx';
import { CustomerPanel } from './customer-panel.tsx';
import { customersColumns } from './customers-columns.tsx';
import { customerCountQuery, customersQuery, exportAddress } from './customers-query.ts';
import { t } from './texts.ts';

/** People and companies, found by what callers give. */
export function CustomersListingPage({ search }: { search: CustomersSearch }) {
  const navigate = useNavigate();
  const format = useFormat();
  const query = useQuery(customersQuery(search));
  const { setWords } = useListNavigation(search, '');
  const mayWrite = useMay('customer:write');
  const [creating, setCreating] = useState(false);
  const [isFiltering, setFiltering] = useState(false);
  const filters = countFilters(search);
  const isDeleted = search.tab === 'deleted';
  const open = (customerId: string) => void navigate({ to: '/customers/$customerId', params: { customerId } });
  const columns = useMemo(() => customersColumns(format, isDeleted), [format, isDeleted]);
  return (
    <>
      <PageHead
        title={t.title()}
        actions={
          <>
            <SearchBox label={t.search()} placeholder={t.placeholder()} value={search.q ?? ''} onChange={setWords} />
            {mayWrite && (
              <Button variant="primary" icon="plus" onClick={() => setCreating(true)}>
                {t.newCustomer()}
              </Button>
            )}
          </>
        }
      />
      <CustomerTabs search={search}>
        <Button size="small" icon="filter" aria-expanded={isFiltering || filters > 0} onClick={() => setFiltering(!isFiltering)}>
          {t.filter(filters)}
        </Button>
        <ExportButton search={search} />
      </CustomerTabs>
      {(isFiltering || filters > 0) && <CustomerFilters search={search} />}
      <Listing
        label={t.title()}
        search={search}
        query={query}
        columns={columns}
        rowKey={(row: CustomerRow) => row.id}
        {...(!isDeleted && { onOpen: (row: CustomerRow) => open(row.id) })}
        // Searched, the nearest come first; else the names. So no heading is marked until one is pressed.
        defaultSort={search.q === undefined ? 'name' : ''}
        empty={<NoCustomers search={search} isFiltered={filters > 0} />}
      />
      {creating && <CustomerPanel customer={null} onSaved={(saved) => open(saved.id)} onClose={() => setCreating(false)} />}
    </>
  );
}

const tabs: readonly { readonly tab: CustomerTab | undefined; readonly label: string }[] = [
  { tab: undefined, label: t.all() },
  { tab: 'active', label: t.mayOrder() },
  { tab: 'closed', label: t.closed() },
  { tab: 'deleted', label: t.deletedTab() },
];

function CustomerTabs({ search, children }: { search: CustomersSearch; children: React.ReactNode }) {
  const { number } = useFormat();
  const { data } = useQuery(customerCountQuery(search));
  const { tab: shown, cursor: _, ...kept } = search;
  return (
    <div className={styles.bar}>
      <Tabs label={t.views()}>
        {tabs.map(({ tab, label }) => (
          <Link
            key={label}
            to="/customers"
            search={{ ...kept, ...(tab && { tab }) }}
            aria-current={shown === tab ? 'page' : undefined}
            activeOptions={{ exact: true, includeSearch: true, explicitUndefined: true }}
            activeProps={{ 'aria-current': undefined }}
          >
            {label}
          </Link>
        ))}
      </Tabs>
      <div className={styles.tools}>
        {data && data.count > 0 && <span className={styles.found}>{t.count(data.count, number(data.count))}</span>}
        {children}
      </div>
    </div>
  );
}

/** A plain download: the browser shows how far it is, and keeps the file when this page is left. */
function ExportButton({ search }: { search: CustomersSearch }) {
  if (!useMay('customer:export')) return null;
  function download() {
    const link = document.createElement('a');
    link.href = exportAddress(search);
    link.download = '';
    link.click();
  }
  return (
    <Button size="small" icon="export" onClick={download}>
      {t.exportCsv()}
    </Button>
  );
}

function NoCustomers({ search: { tab }, isFiltered }: { search: CustomersSearch; isFiltered: boolean }) {
  const navigate = useNavigate();
  if (isFiltered) {
    const clear = () => void navigate({ to: '.', replace: true, search: (now: object) => ({ ...now, ...noFilters, cursor: undefined }) as never });
    return (
      <EmptyState icon="filter" title={t.noneFit()} action={<Button onClick={clear}>{t.clearFilters()}</Button>}>
        <p>{t.noneFitHelp()}</p>
      </EmptyState>
    );
  }
  if (tab === 'closed') return <EmptyState icon="user" title={t.noClosed()} />;
  if (tab === 'deleted')
    return (
      <EmptyState icon="trash" title={t.noDeleted()}>
        <p>{t.noDeletedHelp()}</p>
      </EmptyState>
    );
  return (
    <EmptyState icon="user" title={t.emptyTitle()}>
      <p>{t.empty()}</p>
    </EmptyState>
  );
}
