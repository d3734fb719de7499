import { ApiProblem } from '@backdesk/contract/client.ts';
import type { Customer } from '@backdesk/contract/customer/schema.ts';
import { type CustomerDraft, customerErrors, customerRequest, newCustomerDraft } from '@backdesk/ordering/customer/customer-draft.ts';
import { CustomerForm } from '@backdesk/ordering/customer/customer-form.tsx';
import { fieldDraftOf } from '@backdesk/ordering/fields/field-draft.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { useToast } from '@backdesk/ui/feedback/toast.tsx';
import { SidePanel } from '@backdesk/ui/overlays/side-panel.tsx';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { SaveFailed } from '../../components/save-failed.tsx';
import { api } from '../../lib/api.ts';
import { customerFieldsQuery } from '../../lib/field-queries.ts';
import { fieldErrorsOf } from '../../lib/problem.ts';
import { useSession } from '../../lib/session.tsx';
import styles from './customer-panel.module.css';
import { customerQuery } from './customers-query.ts';
import { t } from './texts.ts';

/** The one customer form, here to make a customer (`customer` null) or to change one. An address typed while changing is added. */
export function CustomerPanel({ customer, onSaved, onClose }: { customer: Customer | null; onSaved?: (saved: Customer) => void; onClose: () => void }) {
  const queryClient = useQueryClient();
  const toast = useToast();
  const { account } = useSession();
  const formId = useId();
  const [draft, setDraft] = useState(() => (customer ? draftOf(customer) : newCustomerDraft()));
  const definitions = useQuery(customerFieldsQuery()).data?.items ?? [];
  const [asked, setAsked] = useState(false);
  const errors = customerErrors(draft, definitions, customer?.fields ?? {});
  const save = useMutation({
    mutationFn: async () => {
      const { addresses, ...fields } = customerRequest(draft);
      if (!customer) return api.createCustomer({ body: { ...fields, ...(addresses && { addresses }) } });
      const changed = await api.changeCustomer({ params: { id: customer.id }, body: { ...fields, basedOn: customer.version } });
      const [address] = addresses ?? [];
      if (!address) return changed;
      const isFirst = customer.addresses.length === 0;
      await api.addCustomerAddress({ params: { id: customer.id }, body: { ...address, defaultShipping: isFirst, defaultBilling: isFirst } });
      return api.getCustomer({ params: { id: customer.id } });
    },
    onSuccess: (saved) => {
      queryClient.setQueryData(customerQuery(saved.id).queryKey, saved);
      void queryClient.invalidateQueries({ queryKey: ['customers'] });
      toast.show({ message: customer ? t.saved() : t.made(saved.name) });
      onClose();
      onSaved?.(saved);
    },
  });
  const code = save.error instanceof ApiProblem ? save.error.problem.code : undefined;
  const taken = { ...(code === 'customer.email_taken' && { email: t.emailTaken() }), ...(code === 'customer.number_taken' && { number: t.numberTaken() }) };

  function submit(event: FormEvent) {
    event.preventDefault();
    setAsked(true);
    if (Object.keys(errors).length === 0 && !save.isPending) save.mutate();
  }
  return (
    <SidePanel
      title={customer ? t.editCustomer(customer.name) : t.newCustomer()}
      closeLabel={t.close()}
      onClose={onClose}
      foot={
        <div className={styles.foot}>
          <Button onClick={onClose}>{t.cancel()}</Button>
          <Button variant="primary" type="submit" form={formId} busy={save.isPending}>
            {t.save()}
          </Button>
        </div>
      }
    >
      <form id={formId} className="stack" noValidate onSubmit={submit}>
        {save.isError && <SaveFailed error={save.error} />}
        <CustomerForm
          value={draft}
          onChange={setDraft}
          errors={{ ...(asked && errors), ...fieldErrorsOf(save.error), ...taken }}
          definitions={definitions}
          country={account.country}
        />
      </form>
    </SidePanel>
  );
}

function draftOf(customer: Customer): CustomerDraft {
  return {
    ...newCustomerDraft(),
    name: customer.name,
    email: customer.email ?? '',
    company: customer.company?.name ?? '',
    phone: customer.phone,
    title: customer.title,
    number: customer.number ?? '',
    openAccount: customer.openAccount,
    taxExemption: customer.taxExemption ?? '',
    notes: customer.notes,
    fields: fieldDraftOf(customer.fields),
    address: null,
  };
}
