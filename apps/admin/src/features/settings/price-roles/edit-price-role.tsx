import { ApiProblem } from '@backdesk/contract/client.ts';
import type { PriceRole } from '@backdesk/contract/price-role/schema.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { useToast } from '@backdesk/ui/feedback/toast.tsx';
import { Checkbox } from '@backdesk/ui/forms/checkbox.tsx';
import { Select } from '@backdesk/ui/forms/select.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../lib/api.ts';
import { fieldErrorsOf, sentenceOf } from '../../../lib/problem.ts';
import { SettingsPanel } from '../settings-panel.tsx';
import { t } from './texts.ts';

/** A price role: new when `role` is null. One that is used is merged into another rather than deleted. */
export function EditPriceRole({ role, others, onClose }: { role: PriceRole | null; others: readonly PriceRole[]; onClose: () => void }) {
  const queryClient = useQueryClient();
  const toast = useToast();
  const [name, setName] = useState(role?.name ?? '');
  const [isDefault, setDefault] = useState(role?.isDefault ?? false);
  const [into, setInto] = useState('');
  const refresh = () =>
    Promise.all([['price-roles'], ['companies'], ['company'], ['customers'], ['customer']].map((queryKey) => queryClient.invalidateQueries({ queryKey })));
  const save = useMutation({
    mutationFn: async () => {
      const made = role ?? (await api.createPriceRole({ body: { name } }));
      if (into !== '') return api.mergePriceRole({ params: { id: made.id }, body: { intoId: into } });
      return api.changePriceRole({ params: { id: made.id }, body: { name, isDefault } });
    },
    onSuccess: (saved) => {
      void refresh();
      toast.show({ message: into === '' ? t.saved() : t.merged(role?.name ?? name, saved.name) });
      onClose();
    },
  });
  const restore = useMutation({ mutationFn: (gone: PriceRole) => api.createPriceRole({ body: { name: gone.name } }), onSettled: refresh });
  const remove = useMutation({
    mutationFn: (gone: PriceRole) => api.deletePriceRole({ params: { id: gone.id } }),
    onSuccess: (_, gone) => {
      toast.show({ message: t.deleted(gone.name), action: { label: t.undo(), icon: 'undo', run: () => restore.mutate(gone) } });
      onClose();
    },
    onError: (error, gone) => {
      const isUsed = error instanceof ApiProblem && error.problem.code === 'price_role.in_use';
      toast.show({ message: isUsed ? t.inUse(gone.name) : sentenceOf(error), tone: 'bad' });
    },
    onSettled: refresh,
  });
  const isUsed = role !== null && role.customerCount + role.companyCount + role.priceCount + role.buyerRuleCount > 0;
  return (
    <SettingsPanel
      title={role ? t.edited(role.name) : t.add()}
      onClose={onClose}
      save={save}
      extra={
        role &&
        !isUsed && (
          <Button variant="quiet" danger icon="trash" busy={remove.isPending} onClick={() => remove.mutate(role)}>
            {t.delete()}
          </Button>
        )
      }
    >
      <TextInput
        label={t.name()}
        autoFocus
        maxLength={60}
        value={name}
        error={fieldErrorsOf(save.error).name}
        onChange={(event) => setName(event.target.value)}
      />
      <Checkbox label={t.isDefault()} checked={isDefault} onChange={(event) => setDefault(event.target.checked)} />
      {isUsed && others.length > 0 && (
        <Select
          label={t.mergeInto()}
          help={t.mergeHelp()}
          placeholder={t.chooseRole()}
          options={others.map((other) => ({ value: other.id, label: other.name }))}
          value={into}
          onChange={(event) => setInto(event.currentTarget.value)}
        />
      )}
    </SettingsPanel>
  );
}
