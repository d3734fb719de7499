import type { CompanyRow } from '@backdesk/contract/company/schema.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { EmptyState } from '@backdesk/ui/feedback/empty-state.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { Select } from '@backdesk/ui/forms/select.tsx';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { CustomerTabs } from '../../components/customer-tabs.tsx';
import { Listing } from '../../components/listing.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { SearchBox } from '../../components/search-box.tsx';
import { useListNavigation } from '../../components/use-list-navigation.ts';
import { priceRolesQuery } from '../../lib/price-roles-query.ts';
import { useMay } from '../../lib/session.tsx';
import { companiesColumns } from './companies-columns.tsx';
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
  const isDeleted = search.deleted === true;
  const columns = useMemo(() => companiesColumns(format, isDeleted), [format, isDeleted]);
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
      <CustomerTabs shown={isDeleted ? 'deleted-companies' : 'companies'}>
        <CompanyFilters search={search} />
      </CustomerTabs>
      <Listing
        label={t.title()}
        search={search}
        query={query}
        columns={columns}
        rowKey={(row: CompanyRow) => row.id}
        {...(!isDeleted && { onOpen: (row: CompanyRow) => open(row.id) })}
        defaultSort="name"
        isFiltered={isFiltered}
        empty={isFiltered ? <NoneFiltered search={search} /> : isDeleted ? <NoneDeleted /> : <NoCompanies />}
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

function NoneDeleted() {
  return (
    <EmptyState icon="trash" title={t.noDeleted()}>
      <p>{t.noDeletedHelp()}</p>
    </EmptyState>
  );
}

function NoneFiltered({ search: { deleted } }: { search: CompaniesSearch }) {
  const navigate = useNavigate();
  const clear = () => void navigate({ to: '/customers/companies', search: deleted ? { deleted } : {} });
  return (
    <EmptyState icon="search" title={t.noneFiltered()} action={<Button onClick={clear}>{t.clearFilters()}</Button>}>
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
