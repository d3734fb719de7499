import type { Company } from '@backdesk/contract/company/schema.ts';
import { useToast } from '@backdesk/ui/feedback/toast.tsx';
import { TextArea } from '@backdesk/ui/forms/text-area.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../lib/api.ts';
import { fieldErrorsOf } from '../../lib/problem.ts';
import { companyQuery } from './companies-query.ts';
import { FormPanel } from './form-panel.tsx';
import { t } from './texts.ts';

/** What a company is called and noted by: new when `company` is null. */
export function CompanyPanel({ company, onSaved, onClose }: { company: Company | null; onSaved?: (saved: Company) => void; onClose: () => void }) {
  const queryClient = useQueryClient();
  const toast = useToast();
  const [basis] = useState(company);
  const [draft, setDraft] = useState({ name: company?.name ?? '', number: company?.number ?? '', notes: company?.notes ?? '' });
  const [asked, setAsked] = useState(false);
  const save = useMutation({
    mutationFn: () => {
      const body = { ...draft, number: draft.number.trim() || null };
      return basis ? api.changeCompany({ params: { id: basis.id }, body: { ...body, basedOn: basis.version } }) : api.createCompany({ body });
    },
    onSuccess: (saved) => {
      queryClient.setQueryData(companyQuery(saved.id).queryKey, saved);
      for (const queryKey of [['companies'], ['company', saved.id]]) void queryClient.invalidateQueries({ queryKey });
      toast.show({ message: basis ? t.saved() : t.made(saved.name) });
      onClose();
      onSaved?.(saved);
    },
  });
  const errors = fieldErrorsOf(save.error);
  const field = (name: 'name' | 'number' | 'notes') => ({
    value: draft[name],
    error: errors[name],
    onChange: (event: { currentTarget: { value: string } }) => setDraft({ ...draft, [name]: event.currentTarget.value }),
  });
  const missing = asked && draft.name.trim() === '' ? t.nameNeeded() : undefined;
  return (
    <FormPanel
      title={basis ? t.editCompany(basis.name) : t.newCompany()}
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
