import type { Customer } from '@backdesk/contract/customer/schema.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { useToast } from '@backdesk/ui/feedback/toast.tsx';
import { Select } from '@backdesk/ui/forms/select.tsx';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { api } from '../../lib/api.ts';
import { priceRolesQuery } from '../../lib/price-roles-query.ts';
import { sentenceOf } from '../../lib/problem.ts';
import { useMay } from '../../lib/session.tsx';
import { customerQuery } from './customers-query.ts';
import { t } from './texts.ts';

type Source = { readonly from: 'customer' | 'company' | 'account' };

/** A part of the terms with whom it comes from, when that is not the customer. */
export function FromWhom({ customer, part, children }: { customer: Customer; part: Source; children: ReactNode }) {
  const { company } = customer;
  return (
    <>
      <bdi>{children}</bdi>
      {part.from === 'company' && company && (
        <Link className="small muted" style={{ display: 'block' }} to="/customers/companies/$companyId" params={{ companyId: company.id }}>
          {t.fromCompany(company.name)}
        </Link>
      )}
      {part.from === 'account' && (
        <span className="small muted" style={{ display: 'block' }}>
          {t.fromAccount()}
        </span>
      )}
    </>
  );
}

export function TaxFact({ customer }: { customer: Customer }) {
  const { exemption } = customer.terms;
  if (exemption === null) return t.taxed();
  return (
    <FromWhom customer={customer} part={exemption}>
      {t.exempt(exemption.reason)}
    </FromWhom>
  );
}

/** The role in force, and for who may change terms the way to give one of their own. */
export function PriceRoleFact({ customer }: { customer: Customer }) {
  const mayTerms = useMay('customer:terms');
  const [choosing, setChoosing] = useState(false);
  const { role } = customer.terms;
  if (choosing) return <OwnRole customer={customer} onDone={() => setChoosing(false)} />;
  return (
    <>
      {role === null ? (
        t.none()
      ) : (
        <FromWhom customer={customer} part={role}>
          {role.name}
        </FromWhom>
      )}{' '}
      {mayTerms && (
        <Button variant="link" onClick={() => setChoosing(true)}>
          {t.changeRole()}
        </Button>
      )}
    </>
  );
}

function OwnRole({ customer, onDone }: { customer: Customer; onDone: () => void }) {
  const queryClient = useQueryClient();
  const toast = useToast();
  const roles = useQuery(priceRolesQuery()).data?.items ?? [];
  const save = useMutation({
    mutationFn: (roleId: string | null) => api.setCustomerPriceRole({ params: { id: customer.id }, body: { roleId, basedOn: customer.version } }),
    onSuccess: (saved) => {
      queryClient.setQueryData(customerQuery(saved.id).queryKey, saved);
      for (const queryKey of [['price-roles'], ['customers']]) void queryClient.invalidateQueries({ queryKey });
      toast.show({ message: t.roleSaved() });
      onDone();
    },
    onError: (error) => toast.show({ message: sentenceOf(error), tone: 'bad' }),
  });
  return (
    <Select
      label={t.roleOfTheirOwn()}
      hideLabel
      autoFocus
      disabled={save.isPending}
      options={[{ value: '', label: t.noRoleOfTheirOwn() }, ...roles.map(({ id, name }) => ({ value: id, label: name }))]}
      value={customer.ownRole?.id ?? ''}
      onChange={(event) => save.mutate(event.currentTarget.value || null)}
    />
  );
}
