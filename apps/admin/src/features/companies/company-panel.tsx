import type { Company } from '@backdesk/contract/company/schema.ts';
import { useToast } from '@backdesk/ui/feedback/toast.tsx';
import { TextArea } from '@backdesk/ui/forms/text-area.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ConflictSays } from '../../components/conflict-says.tsx';
import { api } from '../../lib/api.ts';
import { fieldErrorsOf } from '../../lib/problem.ts';
import { companyQuery } from './companies-query.ts';
import { FormPanel } from './form-panel.tsx';
import { t } from './texts.ts';
import { useCompanyDraft } from './use-company-draft.ts';

/** What a company is called and noted by: new when `company` is null. */
export function CompanyPanel({ company, onSaved, onClose }: { company: Company | null; onSaved?: (saved: Company) => void; onClose: () => void }) {
  const queryClient = useQueryClient();
  const toast = useToast();
  const { base, draft, conflicts, learn, take, set, isTyped } = useCompanyDraft(company, draftOf);
  const [asked, setAsked] = useState(false);
  const save = useMutation({
    mutationFn: () => {
      const { name, notes } = draft;
      const number = draft.number.trim() || null;
      if (!base) return api.createCompany({ body: { name, number, notes } });
      const typed = { ...(isTyped('name') && { name }), ...(isTyped('number') && { number }), ...(isTyped('notes') && { notes }) };
      return api.changeCompany({ params: { id: base.id }, body: { ...typed, basedOn: base.version } });
    },
    onSuccess: (saved) => {
      queryClient.setQueryData(companyQuery(saved.id).queryKey, saved);
      for (const queryKey of [['companies'], ['company', saved.id]]) void queryClient.invalidateQueries({ queryKey });
      toast.show({ message: base ? t.saved() : t.made(saved.name) });
      onClose();
      onSaved?.(saved);
    },
    onError: learn,
  });
  const errors = fieldErrorsOf(save.error);
  const field = (name: 'name' | 'number' | 'notes') => ({
    value: draft[name],
    error: errors[name],
    onChange: (event: { currentTarget: { value: string } }) => set({ [name]: event.currentTarget.value }),
  });
  const missing = asked && draft.name.trim() === '' ? t.nameNeeded() : undefined;
  return (
    <FormPanel
      title={base ? t.editCompany(base.name) : t.newCompany()}
      conflicts={conflicts.map((conflict) => {
        const name = conflict.pointer.slice(1) as keyof typeof draft;
        return <ConflictSays key={name} conflict={conflict} field={t[name]()} onTake={() => take(conflict, name)} />;
      })}
      error={save.error}
      isPending={save.isPending}
      onClose={onClose}
      onSubmit={() => {
        setAsked(true);
        const isWhole = draft.name.trim() !== '';
        if (isWhole) save.mutate();
        return isWhole;
      }}
    >
      <TextInput label={t.name()} required autoComplete="off" {...field('name')} error={missing ?? errors.name} />
      <TextInput label={t.number()} mark={t.optional()} autoComplete="off" {...field('number')} />
      <TextArea label={t.notes()} mark={t.optional()} rows={3} {...field('notes')} />
    </FormPanel>
  );
}

function draftOf(company: Company | null) {
  return { name: company?.name ?? '', number: company?.number ?? '', notes: company?.notes ?? '' };
}
