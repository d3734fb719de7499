import type { CustomerRow } from '@backdesk/contract/customer/schema.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { EmptyState } from '@backdesk/ui/feedback/empty-state.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { CustomerTabs, FoundCount } from '../../components/customer-tabs.tsx';
import { Listing } from '../../components/listing.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { SearchBox } from '../../components/search-box.tsx';
import { useListNavigation } from '../../components/use-list-navigation.ts';
import type { CustomersSearch } from '../../lib/customers-search.ts';
import { useMay } from '../../lib/session.tsx';
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
  const { tab: _tab, cursor: _cursor, ...kept } = search;
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
      <CustomerTabs shown={search.tab ?? 'all'} kept={kept}>
        <Count search={search} />
        <Waiting search={search} />
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
        isFiltered={filters > 0}
        empty={<NoCustomers search={search} isFiltered={filters > 0} />}
      />
      {creating && <CustomerPanel customer={null} onSaved={(saved) => open(saved.id)} onClose={() => setCreating(false)} />}
    </>
  );
}

function Count({ search }: { search: CustomersSearch }) {
  const { number } = useFormat();
  const { data } = useQuery(customerCountQuery(search));
  return data && data.count > 0 ? <FoundCount>{t.count(data.count, number(data.count))}</FoundCount> : null;
}

/** Who registered on the site and is not let in yet: nobody finds them otherwise. */
function Waiting({ search: { tab, siteAccess } }: { search: CustomersSearch }) {
  const navigate = useNavigate();
  const { number } = useFormat();
  const { data } = useQuery(customerCountQuery({ siteAccess: 'waiting' }));
  if (!(data && data.count > 0) || siteAccess === 'waiting' || tab === 'deleted') return null;
  return (
    <Button size="small" icon="user" onClick={() => void navigate({ to: '/customers', search: { siteAccess: 'waiting' } })}>
      {t.waitToBeLetIn(data.count, number(data.count))}
    </Button>
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
