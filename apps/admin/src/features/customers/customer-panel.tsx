import { ApiProblem } from '@backdesk/contract/client.ts';
import type { Customer } from '@backdesk/contract/customer/schema.ts';
import { changedParts, rebased } from '@backdesk/ordering/customer/changed-parts.ts';
import { type CustomerDraft, customerErrors, customerRequest, newCustomerDraft } from '@backdesk/ordering/customer/customer-draft.ts';
import { CustomerForm } from '@backdesk/ordering/customer/customer-form.tsx';
import { EmailHolderSays } from '@backdesk/ordering/customer/email-holder-says.tsx';
import { useEmailHolder } from '@backdesk/ordering/customer/use-email-holder.ts';
import { useKept } from '@backdesk/ordering/editing/use-kept.ts';
import { fieldDraftOf } from '@backdesk/ordering/fields/field-draft.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { useToast } from '@backdesk/ui/feedback/toast.tsx';
import { focusFirstInvalid } from '@backdesk/ui/forms/focus-first-invalid.ts';
import { SidePanel } from '@backdesk/ui/overlays/side-panel.tsx';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useId, useRef, useState } from 'react';
import { ConflictSays, type FieldConflict } from '../../components/conflict-says.tsx';
import { SaveFailed } from '../../components/save-failed.tsx';
import { api } from '../../lib/api.ts';
import { customerFieldsQuery } from '../../lib/field-queries.ts';
import { findEmailHolder } from '../../lib/find-email-holder.ts';
import { fieldErrorsOf } from '../../lib/problem.ts';
import { searchCompanies } from '../../lib/search-companies.ts';
import { useSession } from '../../lib/session.tsx';
import styles from './customer-panel.module.css';
import { customerQuery } from './customers-query.ts';
import { nameOfField, namesOfFields } from './names-of-fields.ts';
import { t } from './texts.ts';
import { useRestoreCustomer } from './use-delete-customer.ts';

/**
 * The one customer form, here to make a customer (`customer` null) or to change one. An address typed while changing is added. A new one that
 * was begun is there again after Escape, or after a look at who has the email address; Cancel lets it go.
 */
export function CustomerPanel({ customer, onSaved, onClose }: { customer: Customer | null; onSaved?: (saved: Customer) => void; onClose: () => void }) {
  const queryClient = useQueryClient();
  const toast = useToast();
  const { account } = useSession();
  const formId = useId();
  const form = useRef<HTMLFormElement>(null);
  const navigate = useNavigate();
  // The customer as the form was opened with, or as they are since a conflict was told: a save is based on it.
  const [base, setBase] = useState(customer);
  const begun = useKept(`customer.${account.id}`, newCustomerDraft());
  const [draft, setDraft] = useState(() => (customer === null ? begun.value : draftOf(customer)));
  const [conflicts, setConflicts] = useState<readonly FieldConflict[]>([]);
  const { holder, ask } = useEmailHolder(draft.email, customer?.email ?? '', findEmailHolder);
  const restore = useRestoreCustomer({ id: holder?.id ?? '', name: holder?.name ?? '' });
  const definitions = useQuery(customerFieldsQuery()).data?.items ?? [];
  const [asked, setAsked] = useState(false);
  const errors = customerErrors(draft, definitions, base?.fields ?? {});
  const save = useMutation({
    mutationFn: async () => {
      const { addresses, ...fields } = customerRequest(draft);
      if (!customer || !base) return api.createCustomer({ body: { ...fields, ...(addresses && { addresses }) } });
      const changed = await api.changeCustomer({ params: { id: customer.id }, body: { ...changedParts(draft, draftOf(base)), basedOn: base.version } });
      const [address] = addresses ?? [];
      if (!address) return changed;
      const isFirst = customer.addresses.length === 0;
      await api.addCustomerAddress({ params: { id: customer.id }, body: { ...address, defaultShipping: isFirst, defaultBilling: isFirst } });
      return api.getCustomer({ params: { id: customer.id } });
    },
    onSuccess: (saved) => {
      queryClient.setQueryData(customerQuery(saved.id).queryKey, saved);
      void queryClient.invalidateQueries({ queryKey: ['customers'] });
      const others = base ? namesOfFields(changedParts(draftOf(saved), rebased(draft, draftOf(base), draftOf(base))), definitions) : [];
      toast.show({ message: !customer ? t.made(saved.name) : others.length > 0 ? t.savedMeanwhile(others.join(', ')) : t.saved() });
      letGo();
      onSaved?.(saved);
    },
    onError: async (error) => {
      if (!(error instanceof ApiProblem)) return;
      if (error.problem.code === 'customer.email_taken') ask();
      if (error.problem.code === 'conflict' && base) await startFromNow(base, error.problem.conflicts ?? []);
    },
  });

  /** Someone else changed the same field: theirs is shown beside ours, and everything else of theirs comes into the form. */
  async function startFromNow(opened: Customer, told: readonly FieldConflict[]) {
    const now = await api.getCustomer({ params: { id: opened.id } });
    setDraft((typed) => rebased(typed, draftOf(opened), draftOf(now)));
    setBase(now);
    setConflicts(told);
  }

  function takeTheirs(conflict: FieldConflict) {
    const theirs = draftOf(base);
    const [name = '', code] = conflict.pointer.slice(1).split('/');
    setDraft((typed) =>
      code === undefined
        ? { ...typed, [name]: theirs[name as keyof CustomerDraft] }
        : { ...typed, fields: { ...typed.fields, [code]: theirs.fields[code] ?? null } },
    );
    setConflicts((open) => open.filter((other) => other !== conflict));
  }
  const code = save.error instanceof ApiProblem ? save.error.problem.code : undefined;
  const taken = { ...(code === 'customer.email_taken' && { email: t.emailTaken() }), ...(code === 'customer.number_taken' && { number: t.numberTaken() }) };

  function change(next: CustomerDraft) {
    setDraft(next);
    if (customer === null) begun.keep(next);
  }

  function letGo() {
    if (customer === null) begun.forget();
    onClose();
  }

  function goTo(customerId: string) {
    onClose();
    void navigate({ to: '/customers/$customerId', params: { customerId } });
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    setAsked(true);
    if (Object.keys(errors).length > 0) return focusFirstInvalid(form.current);
    if (!save.isPending) save.mutate();
  }
  return (
    <SidePanel
      title={customer ? t.editCustomer(customer.name) : t.newCustomer()}
      closeLabel={t.close()}
      onClose={onClose}
      foot={
        <div className={styles.foot}>
          <Button onClick={letGo}>{t.cancel()}</Button>
          <Button variant="primary" type="submit" form={formId} busy={save.isPending}>
            {t.save()}
          </Button>
        </div>
      }
    >
      <form ref={form} id={formId} className="stack" noValidate onSubmit={submit}>
        {save.isError && code !== 'conflict' && <SaveFailed error={save.error} />}
        {conflicts.map((conflict) => (
          <ConflictSays
            key={conflict.pointer}
            conflict={conflict}
            field={nameOfField(conflict.pointer.split('/').at(-1) ?? '', definitions)}
            onTake={() => takeTheirs(conflict)}
          />
        ))}
        <CustomerForm
          value={draft}
          onChange={change}
          errors={{ ...(asked && errors), ...fieldErrorsOf(save.error), ...taken }}
          companies={searchCompanies}
          definitions={definitions}
          country={account.country}
          emailTaken={
            holder !== null && (
              <EmailHolderSays holder={holder}>
                {holder.deletedAt === null ? (
                  <Link to="/customers/$customerId" params={{ customerId: holder.id }} onClick={onClose}>
                    {t.openHolder(holder.name)}
                  </Link>
                ) : (
                  <Button size="small" icon="undo" busy={restore.isPending} onClick={() => restore.mutate(undefined, { onSuccess: () => goTo(holder.id) })}>
                    {t.restore()}
                  </Button>
                )}
              </EmailHolderSays>
            )
          }
        />
      </form>
    </SidePanel>
  );
}

function draftOf(customer: Customer | null): CustomerDraft {
  if (customer === null) return newCustomerDraft();
  return {
    ...newCustomerDraft(),
    name: customer.name,
    email: customer.email ?? '',
    company: customer.company?.name ?? '',
    phone: customer.phone,
    title: customer.title,
    number: customer.number ?? '',
    active: customer.active,
    openAccount: customer.openAccount,
    taxExemption: customer.taxExemption ?? '',
    notes: customer.notes,
    fields: fieldDraftOf(customer.fields),
    address: null,
  };
}
