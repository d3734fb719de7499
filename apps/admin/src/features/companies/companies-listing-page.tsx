import type { CompanyRow } from '@backdesk/contract/company/schema.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { Clip, type ListColumn } from '@backdesk/ui/data/list-table.tsx';
import { Tag } from '@backdesk/ui/data/status-dot.tsx';
import { EmptyState } from '@backdesk/ui/feedback/empty-state.tsx';
import { type Format, useFormat } from '@backdesk/ui/format/use-format.tsx';
import { Select } from '@backdesk/ui/forms/select.tsx';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { CustomerTabs } from '../../components/customer-tabs.tsx';
import { Listing } from '../../components/listing.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { SearchBox } from '../../components/search-box.tsx';
import { useListNavigation } from '../../components/use-list-navigation.ts';
import { priceRolesQuery } from '../../lib/price-roles-query.ts';
import { useMay } from '../../lib/session.tsx';
import { type CompaniesSearch, companiesQuery } from './companies-query.ts';
import { CompanyPanel } from './company-panel.tsx';
import { t } from './texts.ts';

/** The companies that customers buy for, beside the customers. */
export function CompaniesListingPage({ search }: { search: CompaniesSearch }) {
  const navigate = useNavigate();
  const format = useFormat();
  const query = useQuery(companiesQuery(search));
  const { setWords } = useListNavigation(search, 'name');
  const mayWrite = useMay('customer:write');
  const [creating, setCreating] = useState(false);
  const open = (companyId: string) => void navigate({ to: '/customers/companies/$companyId', params: { companyId } });
  const columns = useMemo(() => companyColumns(format), [format]);
  const isFiltered = search.role !== undefined || search.exempt !== undefined;
  return (
    <>
      <PageHead
        title={t.customers()}
        part={t.title()}
        actions={
          <>
            <SearchBox label={t.search()} placeholder={t.placeholder()} value={search.q ?? ''} onChange={setWords} />
            {mayWrite && (
              <Button variant="primary" icon="plus" onClick={() => setCreating(true)}>
                {t.newCompany()}
              </Button>
            )}
          </>
        }
      />
      <CustomerTabs shown="companies">
        <CompanyFilters search={search} />
      </CustomerTabs>
      <Listing
        label={t.title()}
        search={search}
        query={query}
        columns={columns}
        rowKey={(row) => row.id}
        onOpen={(row) => open(row.id)}
        defaultSort="name"
        empty={isFiltered ? <NoneFiltered /> : <NoCompanies />}
      />
      {creating && <CompanyPanel company={null} onSaved={(saved) => open(saved.id)} onClose={() => setCreating(false)} />}
    </>
  );
}

function NoCompanies() {
  return (
    <EmptyState icon="store" title={t.emptyTitle()}>
      <p>{t.empty()}</p>
    </EmptyState>
  );
}

function NoneFiltered() {
  const navigate = useNavigate();
  return (
    <EmptyState
      icon="search"
      title={t.noneFiltered()}
      action={<Button onClick={() => void navigate({ to: '/customers/companies', search: {} })}>{t.clearFilters()}</Button>}
    >
      <p>{t.noneFilteredHelp()}</p>
    </EmptyState>
  );
}

function CompanyFilters({ search }: { search: CompaniesSearch }) {
  const navigate = useNavigate();
  const roles = useQuery(priceRolesQuery()).data?.items ?? [];
  const set = (part: Partial<Record<'role' | 'exempt', string | undefined>>) =>
    void navigate({ to: '.', replace: true, search: (now: object) => ({ ...now, ...part, cursor: undefined }) as never });
  return (
    <>
      <Select
        label={t.role()}
        hideLabel
        options={[{ value: '', label: t.allRoles() }, ...roles.map(({ id, name }) => ({ value: id, label: name }))]}
        value={search.role ?? ''}
        onChange={(event) => set({ role: event.currentTarget.value || undefined })}
      />
      <Select
        label={t.tax()}
        hideLabel
        options={[
          { value: '', label: t.allTax() },
          { value: 'false', label: t.onlyTaxed() },
          { value: 'true', label: t.onlyExempt() },
        ]}
        value={search.exempt ?? ''}
        onChange={(event) => set({ exempt: event.currentTarget.value || undefined })}
      />
    </>
  );
}

function companyColumns(format: Format): readonly ListColumn<CompanyRow>[] {
  const none = <span className="muted hide-s">{t.none()}</span>;
  return [
    {
      id: 'name',
      header: t.name(),
      sortKey: 'name',
      card: 'title',
      cell: (row) => (
        <Link to="/customers/companies/$companyId" params={{ companyId: row.id }} data-row-link="" preload="intent">
          <bdi>{row.name}</bdi>
        </Link>
      ),
    },
    { id: 'number', header: t.number(), sortKey: 'number', card: 'titleEnd', cell: (row) => <span className="soft">{row.number ?? none}</span> },
    {
      id: 'contacts',
      header: t.contacts(),
      align: 'end',
      card: 'subEnd',
      cell: (row) => (
        <span className="tnum">
          {format.number(row.contactCount)}
          <span className="only-s"> {t.contactCount(row.contactCount)}</span>
        </span>
      ),
    },
    { id: 'terms', header: t.terms(), card: 'sub', cell: (row) => (row.terms ? <Clip>{row.terms}</Clip> : none) },
    { id: 'role', header: t.role(), card: 'foot', cell: (row) => (row.role ? <Clip>{row.role.name}</Clip> : none) },
    { id: 'tax', header: t.tax(), card: 'footEnd', cell: (row) => (row.taxExemption === null ? none : <Tag>{t.exempt()}</Tag>) },
    {
      id: 'updated',
      header: t.updated(),
      sortKey: 'updated',
      hideMedium: true,
      cell: (row) => <span className="soft nowrap">{format.ago(row.updatedAt)}</span>,
    },
  ];
}
