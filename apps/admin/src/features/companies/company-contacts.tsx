import type { Company, CompanyContact } from '@backdesk/contract/company/schema.ts';
import type { CustomerRow } from '@backdesk/contract/customer/schema.ts';
import { CustomerSearch } from '@backdesk/ordering/customer/customer-search.tsx';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { Panel } from '@backdesk/ui/data/panel.tsx';
import { StatusDot } from '@backdesk/ui/data/status-dot.tsx';
import { Table } from '@backdesk/ui/data/table.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { SkeletonPage } from '@backdesk/ui/feedback/skeleton.tsx';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { t as common } from '../../components/texts.ts';
import { api } from '../../lib/api.ts';
import { useMay } from '../../lib/session.tsx';
import { companyContactsQuery } from './companies-query.ts';
import { t } from './texts.ts';
import { useCompanyChange } from './use-company-change.ts';

const search = (q: string, signal: AbortSignal) => api.listCustomers({ query: { q, limit: 10 } }, { signal }).then(({ items }) => items);

/** Who belongs to a company; taken in by searching, taken out in their row, both with a way back. */
export function CompanyContacts({ company }: { company: Company }) {
  const contacts = useInfiniteQuery(companyContactsQuery(company.id));
  const rows = contacts.data?.pages.flatMap(({ items }) => items);
  const mayWrite = useMay('customer:write');
  const change = useCompanyChange(company.id);
  const [adding, setAdding] = useState(false);
  const addTo = (id: string, customerId: string) => api.addCompanyContacts({ params: { id }, body: { customerIds: [customerId] } });
  const removeFrom = (id: string, customerId: string) => api.removeCompanyContact({ params: { id, customerId } });
  const again = () => api.getCompany({ params: { id: company.id } });

  function add({ id, name, company: from }: CustomerRow) {
    setAdding(false);
    change.mutate({
      run: () => addTo(company.id, id),
      message: t.contactAdded(name, company.name),
      undo: () => (from === null ? removeFrom(company.id, id) : addTo(from.id, id).then(again)),
    });
  }
  const remove = ({ id, name }: CompanyContact) =>
    change.mutate({
      run: () => removeFrom(company.id, id),
      message: t.contactRemoved(name, company.name),
      undo: () => addTo(company.id, id),
    });

  return (
    <Panel
      title={t.contacts()}
      actions={
        mayWrite && (
          <Button size="small" icon={adding ? 'close' : 'plus'} onClick={() => setAdding(!adding)}>
            {adding ? t.cancel() : t.addContact()}
          </Button>
        )
      }
    >
      {adding && <CustomerSearch autoFocus search={search} onChoose={add} />}
      {contacts.isError && !rows && (
        <InlineNotice tone="bad" actions={<Button onClick={() => void contacts.refetch()}>{common.tryAgain()}</Button>}>
          {t.contactsFailed()}
        </InlineNotice>
      )}
      {contacts.isPending && <SkeletonPage label={common.loading()} />}
      {rows?.length === 0 && <p className="muted">{t.noContacts()}</p>}
      {rows && rows.length > 0 && (
        <Table label={t.contacts()} edge>
          <thead>
            <tr>
              <th scope="col">{t.name()}</th>
              <th scope="col" className="hide-s">
                {t.email()}
              </th>
              <th scope="col" className="hide-s">
                {t.phone()}
              </th>
              <th scope="col">
                <span className="vh">{t.takeOut()}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((contact) => (
              <tr key={contact.id}>
                <td>
                  <Link to="/customers/$customerId" params={{ customerId: contact.id }}>
                    <bdi>{contact.name}</bdi>
                  </Link>
                  {contact.title && (
                    <span className="small muted" style={{ display: 'block' }}>
                      <bdi>{contact.title}</bdi>
                    </span>
                  )}
                  {!contact.active && (
                    <StatusDot tone="neutral" shape="ring">
                      {t.inactive()}
                    </StatusDot>
                  )}
                </td>
                <td className="soft hide-s">{contact.email ?? t.none()}</td>
                <td className="soft nowrap hide-s">{contact.phone || t.none()}</td>
                <td className="num">
                  {mayWrite && (
                    <Button variant="link" onClick={() => remove(contact)}>
                      {t.takeOut()}
                      <span className="vh"> {contact.name}</span>
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {contacts.hasNextPage && (
        <Button variant="link" busy={contacts.isFetchingNextPage} onClick={() => void contacts.fetchNextPage()}>
          {t.more()}
        </Button>
      )}
    </Panel>
  );
}
