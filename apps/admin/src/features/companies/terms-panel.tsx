import type { Company } from '@backdesk/contract/company/schema.ts';
import { currencyDigits } from '@backdesk/domain/money/currency.ts';
import { useToast } from '@backdesk/ui/feedback/toast.tsx';
import { parseDecimal } from '@backdesk/ui/format/parse-decimal.ts';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { Select } from '@backdesk/ui/forms/select.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ConflictSays } from '../../components/conflict-says.tsx';
import { PaymentTermsField } from '../../components/payment-terms-field.tsx';
import { api } from '../../lib/api.ts';
import { priceRolesQuery } from '../../lib/price-roles-query.ts';
import { fieldErrorsOf } from '../../lib/problem.ts';
import { useSession } from '../../lib/session.tsx';
import { companyQuery } from './companies-query.ts';
import { FormPanel } from './form-panel.tsx';
import { majorText, minorAmount } from './minor-amount.ts';
import { t } from './texts.ts';
import { useCompanyDraft } from './use-company-draft.ts';

/** Fields of the form by how the API names them. */
const fields = {
  '/terms': { name: 'terms', label: t.paymentTerms() },
  '/role': { name: 'roleId', label: t.role() },
  '/taxExemption': { name: 'taxExemption', label: t.taxExemption() },
  '/creditLimit': { name: 'limit', label: t.creditLimit() },
} as const;

/** What was agreed with a company. Only who may change terms gets here. */
export function TermsPanel({ company, onClose }: { company: Company; onClose: () => void }) {
  const queryClient = useQueryClient();
  const toast = useToast();
  const { locale } = useFormat();
  const { account } = useSession();
  const roles = useQuery(priceRolesQuery()).data?.items ?? (company.role ? [company.role] : []);
  const digits = currencyDigits(account.currency);
  const { base, draft, conflicts, learn, take, set, isTyped } = useCompanyDraft(company, (of) => ({
    terms: of?.terms ?? '',
    roleId: of?.role?.id ?? '',
    taxExemption: of?.taxExemption ?? '',
    limit: of?.creditLimit == null ? '' : majorText(of.creditLimit.amount, digits),
  }));
  const basis = base ?? company;
  const parsed = parseDecimal(draft.limit, locale, digits);
  const limit = parsed.ok ? parsed.value : null;
  const isReadable = draft.limit.trim() === '' || (limit !== null && !limit.startsWith('-'));
  const creditLimit = limit === null ? null : { amount: minorAmount(limit, digits), currency: account.currency };
  const save = useMutation({
    mutationFn: () =>
      api.changeCompanyTerms({
        params: { id: basis.id },
        body: {
          ...(isTyped('terms') && { terms: draft.terms }),
          ...(isTyped('roleId') && { roleId: draft.roleId || null }),
          ...(isTyped('taxExemption') && { taxExemption: draft.taxExemption.trim() || null }),
          ...(isTyped('limit') && { creditLimit }),
          basedOn: basis.version,
        },
      }),
    onSuccess: (saved) => {
      queryClient.setQueryData(companyQuery(saved.id).queryKey, saved);
      for (const queryKey of [['companies'], ['company', saved.id], ['customer'], ['price-roles']]) void queryClient.invalidateQueries({ queryKey });
      const moved = saved.role?.id !== basis.role?.id || saved.taxExemption !== basis.taxExemption;
      toast.show({ message: moved ? `${t.saved()} ${t.repriced()}` : t.saved() });
      onClose();
    },
    onError: learn,
  });
  const errors = fieldErrorsOf(save.error);
  const said = conflicts.map((conflict) => {
    const { name, label } = fields[conflict.pointer as keyof typeof fields] ?? fields['/terms'];
    return <ConflictSays key={name} conflict={conflict} field={label} onTake={() => take(conflict, name)} />;
  });
  function submit(): boolean {
    if (isReadable) save.mutate();
    return isReadable;
  }
  return (
    <FormPanel title={t.editTermsOf(basis.name)} error={save.error} isPending={save.isPending} onClose={onClose} onSubmit={submit} conflicts={said}>
      <PaymentTermsField
        label={t.paymentTerms()}
        help={t.termsHelp()}
        value={draft.terms}
        error={errors.terms}
        onChange={(event) => set({ terms: event.currentTarget.value })}
      />
      <Select
        label={t.role()}
        options={[{ value: '', label: t.noRole() }, ...roles.map(({ id, name }) => ({ value: id, label: name }))]}
        value={draft.roleId}
        error={errors.roleId}
        onChange={(event) => set({ roleId: event.currentTarget.value })}
      />
      <TextInput
        label={t.taxExemption()}
        help={t.taxExemptionHelp()}
        value={draft.taxExemption}
        error={errors.taxExemption}
        onChange={(event) => set({ taxExemption: event.currentTarget.value })}
      />
      <TextInput
        label={t.creditLimit()}
        figure
        inputMode="decimal"
        trail={account.currency}
        value={draft.limit}
        error={isReadable ? errors['creditLimit.amount'] : t.moneyProblem()}
        onChange={(event) => set({ limit: event.currentTarget.value })}
      />
    </FormPanel>
  );
}
