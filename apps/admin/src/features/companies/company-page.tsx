import type { Company } from '@backdesk/contract/company/schema.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { Facts } from '@backdesk/ui/data/facts.tsx';
import { Panel } from '@backdesk/ui/data/panel.tsx';
import { SkeletonPage } from '@backdesk/ui/feedback/skeleton.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { LoadFailed } from '../../components/load-failed.tsx';
import { OrdersPanel } from '../../components/orders-panel.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { useMay } from '../../lib/session.tsx';
import { companyQuery } from './companies-query.ts';
import { CompanyAddresses } from './company-addresses.tsx';
import { CompanyContacts } from './company-contacts.tsx';
import { CompanyHistory } from './company-history.tsx';
import { CompanyPanel } from './company-panel.tsx';
import { TermsPanel } from './terms-panel.tsx';
import { t } from './texts.ts';
import { useDeleteCompany } from './use-delete-company.ts';

/** One company: on which terms, where, who belongs to it, and what was ordered. */
export function CompanyPage({ companyId }: { companyId: string }) {
  const query = useQuery(companyQuery(companyId));
  const mayWrite = useMay('customer:write');
  const mayTerms = useMay('customer:terms');
  const [editing, setEditing] = useState<'company' | 'terms' | null>(null);
  const remove = useDeleteCompany({ id: companyId, name: query.data?.name ?? '' });
  if (query.isError && !query.data) return <LoadFailed isPage error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <SkeletonPage label={t.loading()} />;
  const company = query.data;
  return (
    <>
      <PageHead
        title={company.name}
        aside={company.number && <bdi>{company.number}</bdi>}
        back={{ label: t.title(), to: '/customers/companies' }}
        actions={
          mayWrite && (
            <>
              <Button icon="trash" variant="quiet" danger busy={remove.isPending} onClick={() => remove.mutate()}>
                {t.delete()}
              </Button>
              <Button icon="pencil" onClick={() => setEditing('company')}>
                {t.edit()}
              </Button>
            </>
          )
        }
      />
      <Panel
        title={t.terms()}
        note={t.termsNote()}
        actions={
          mayTerms && (
            <Button size="small" icon="pencil" onClick={() => setEditing('terms')}>
              {t.editTerms()}
            </Button>
          )
        }
      >
        <CompanyFacts company={company} />
      </Panel>
      <CompanyContacts company={company} />
      <CompanyAddresses company={company} />
      <OrdersPanel of={{ companyId }} />
      <CompanyHistory companyId={companyId} />
      {editing === 'company' && <CompanyPanel company={company} onClose={() => setEditing(null)} />}
      {editing === 'terms' && <TermsPanel company={company} onClose={() => setEditing(null)} />}
    </>
  );
}

function CompanyFacts({ company }: { company: Company }) {
  const { money } = useFormat();
  const { creditLimit, notes } = company;
  return (
    <Facts
      facts={[
        { term: t.paymentTerms(), value: <bdi>{company.terms || t.none()}</bdi> },
        { term: t.role(), value: <bdi>{company.role?.name ?? t.none()}</bdi> },
        { term: t.tax(), value: company.taxExemption === null ? t.taxed() : t.exemptBy(company.taxExemption) },
        { term: t.creditLimit(), value: creditLimit === null ? t.none() : money(creditLimit) },
        ...(notes ? [{ term: t.notes(), value: <bdi style={{ whiteSpace: 'pre-wrap' }}>{notes}</bdi> }] : []),
      ]}
    />
  );
}
