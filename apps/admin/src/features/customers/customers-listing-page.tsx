import type { CustomerRow } from '@backdesk/contract/customer/schema.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { Clip, type ListColumn, SubLine } from '@backdesk/ui/data/list-table.tsx';
import { StatusDot } from '@backdesk/ui/data/status-dot.tsx';
import { EmptyState } from '@backdesk/ui/feedback/empty-state.tsx';
import { type Format, useFormat } from '@backdesk/ui/format/use-format.tsx';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { CustomerTabs } from '../../components/customer-tabs.tsx';
import { Listing } from '../../components/listing.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { SearchBox } from '../../components/search-box.tsx';
import { useListNavigation } from '../../components/use-list-navigation.ts';
import type { ListSearch } from '../../lib/list-search.ts';
import { useMay } from '../../lib/session.tsx';
import { CustomerPanel } from './customer-panel.tsx';
import { customersQuery } from './customers-query.ts';
import { t } from './texts.ts';

/** People and companies, found by what callers give. */
export function CustomersListingPage({ search }: { search: ListSearch }) {
  const navigate = useNavigate();
  const format = useFormat();
  const query = useQuery(customersQuery(search));
  const { setWords } = useListNavigation(search, '');
  const mayWrite = useMay('customer:write');
  const [creating, setCreating] = useState(false);
  const open = (customerId: string) => void navigate({ to: '/customers/$customerId', params: { customerId } });
  const columns = useMemo(() => customerColumns(format), [format]);
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
      <CustomerTabs shown="customers" />
      <Listing
        label={t.title()}
        search={search}
        query={query}
        columns={columns}
        rowKey={(row) => row.id}
        onOpen={(row) => open(row.id)}
        defaultSort=""
        empty={
          <EmptyState icon="user" title={t.emptyTitle()}>
            <p>{t.empty()}</p>
          </EmptyState>
        }
      />
      {creating && <CustomerPanel customer={null} onSaved={(saved) => open(saved.id)} onClose={() => setCreating(false)} />}
    </>
  );
}

function customerColumns(format: Format): readonly ListColumn<CustomerRow>[] {
  return [
    {
      id: 'name',
      header: t.name(),
      card: 'title',
      cell: (row) => (
        <>
          <Link to="/customers/$customerId" params={{ customerId: row.id }} data-row-link="" preload="intent">
            <bdi>{row.name}</bdi>
          </Link>
          {!row.active && (
            <SubLine>
              <StatusDot tone="neutral" shape="ring">
                {t.inactive()}
              </StatusDot>
            </SubLine>
          )}
        </>
      ),
    },
    {
      id: 'company',
      header: t.company(),
      card: 'sub',
      cell: (row) => (row.company ? <Clip>{row.company.name}</Clip> : <span className="muted hide-s">{t.none()}</span>),
    },
    { id: 'email', header: t.email(), card: 'foot', cell: (row) => (row.email ? <Clip>{row.email}</Clip> : <span className="muted hide-s">{t.none()}</span>) },
    {
      id: 'phone',
      header: t.phone(),
      card: 'subEnd',
      cell: (row) => <span className="soft nowrap tnum">{row.phone || <span className="hide-s">{t.none()}</span>}</span>,
    },
    {
      id: 'number',
      header: t.number(),
      card: 'titleEnd',
      cell: (row) => <span className="soft">{row.number ?? <span className="hide-s">{t.none()}</span>}</span>,
    },
    { id: 'updated', header: t.updated(), hideMedium: true, cell: (row) => <span className="soft nowrap">{format.ago(row.updatedAt)}</span> },
  ];
}
