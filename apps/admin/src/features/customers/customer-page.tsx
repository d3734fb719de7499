import type { Customer } from '@backdesk/contract/customer/schema.ts';
import { fieldFacts } from '@backdesk/ordering/fields/field-facts.tsx';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { Facts } from '@backdesk/ui/data/facts.tsx';
import { Panel } from '@backdesk/ui/data/panel.tsx';
import { StatusDot } from '@backdesk/ui/data/status-dot.tsx';
import { SkeletonPage } from '@backdesk/ui/feedback/skeleton.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { LoadFailed } from '../../components/load-failed.tsx';
import { OrdersPanel } from '../../components/orders-panel.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { customerFieldsQuery } from '../../lib/field-queries.ts';
import { useMay } from '../../lib/session.tsx';
import { CustomerAddresses } from './customer-addresses.tsx';
import { CustomerHistory } from './customer-history.tsx';
import { CustomerPanel } from './customer-panel.tsx';
import { CustomerSiteAccess } from './customer-site-access.tsx';
import { FromWhom, PriceRoleFact, TaxFact } from './customer-terms.tsx';
import { customerQuery } from './customers-query.ts';
import { t } from './texts.ts';
import { useDeleteCustomer } from './use-delete-customer.ts';

/** One customer: who, on which terms, where, and what they ordered. */
export function CustomerPage({ customerId }: { customerId: string }) {
  const query = useQuery(customerQuery(customerId));
  const mayWrite = useMay('customer:write');
  const [editing, setEditing] = useState(false);
  const remove = useDeleteCustomer({ id: customerId, name: query.data?.name ?? '' });
  if (query.isError && !query.data) return <LoadFailed isPage error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <SkeletonPage label={t.loading()} />;
  const customer = query.data;
  return (
    <>
      <PageHead
        title={customer.name}
        aside={
          customer.company && (
            <Link to="/customers/companies/$companyId" params={{ companyId: customer.company.id }}>
              <bdi>{customer.company.name}</bdi>
            </Link>
          )
        }
        back={{ label: t.title(), to: '/customers' }}
        actions={
          mayWrite && (
            <>
              <Button icon="trash" variant="quiet" danger onClick={remove}>
                {t.delete()}
              </Button>
              <Button icon="pencil" onClick={() => setEditing(true)}>
                {t.edit()}
              </Button>
            </>
          )
        }
      />
      <Panel title={t.details()}>
        <CustomerFacts customer={customer} />
      </Panel>
      <CustomerAddresses customer={customer} />
      <CustomerSiteAccess customer={customer} />
      <OrdersPanel of={{ customerId }} />
      <CustomerHistory customerId={customerId} />
      {editing && <CustomerPanel customer={customer} onClose={() => setEditing(false)} />}
    </>
  );
}

function CustomerFacts({ customer }: { customer: Customer }) {
  const format = useFormat();
  const definitions = useQuery(customerFieldsQuery()).data?.items ?? [];
  return (
    <Facts
      facts={[
        {
          term: t.status(),
          value: customer.active ? (
            <StatusDot tone="good" shape="full">
              {t.mayOrder()}
            </StatusDot>
          ) : (
            <StatusDot tone="neutral" shape="ring">
              {t.closed()}
            </StatusDot>
          ),
        },
        { term: t.email(), value: customer.email ? <a href={`mailto:${customer.email}`}>{customer.email}</a> : t.none() },
        { term: t.phone(), value: customer.phone ? <a href={`tel:${customer.phone}`}>{customer.phone}</a> : t.none() },
        { term: t.jobTitle(), value: <bdi>{customer.title || t.none()}</bdi> },
        { term: t.number(), value: <span>{customer.number ?? t.none()}</span> },
        { term: t.role(), value: <PriceRoleFact customer={customer} /> },
        ...(customer.terms.payment
          ? [
              {
                term: t.paymentTerms(),
                value: (
                  <FromWhom customer={customer} part={customer.terms.payment}>
                    {customer.terms.payment.terms}
                  </FromWhom>
                ),
              },
            ]
          : []),
        { term: t.openAccount(), value: customer.openAccount ? t.allowed() : t.notAllowed() },
        { term: t.tax(), value: <TaxFact customer={customer} /> },
        ...fieldFacts(definitions, customer.fields, format),
        ...(customer.notes ? [{ term: t.notes(), value: <bdi style={{ whiteSpace: 'pre-wrap' }}>{customer.notes}</bdi> }] : []),
      ]}
    />
  );
}
