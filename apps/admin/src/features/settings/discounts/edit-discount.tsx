import type { Discount } from '@backdesk/contract/discount/schema.ts';
import { t as summary } from '@backdesk/ordering/summary/texts.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { useToast } from '@backdesk/ui/feedback/toast.tsx';
import { Checkbox } from '@backdesk/ui/forms/checkbox.tsx';
import { NumberField } from '@backdesk/ui/forms/number-field.tsx';
import { Select } from '@backdesk/ui/forms/select.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../lib/api.ts';
import { fieldErrorsOf, sentenceOf } from '../../../lib/problem.ts';
import { useSession } from '../../../lib/session.tsx';
import styles from '../settings-layout.module.css';
import { SettingsPanel } from '../settings-panel.tsx';
import { type DiscountDraft, discountBody, draftOf } from './discount-draft.ts';
import { DiscountLimits } from './discount-limits.tsx';
import { DiscountValueFields } from './discount-value-fields.tsx';
import { t } from './texts.ts';

/** A discount: what it takes off, when, how often and for whom; new when it is null. */
export function EditDiscount({ discount, onClose }: { discount: Discount | null; onClose: () => void }) {
  const queryClient = useQueryClient();
  const toast = useToast();
  const { account } = useSession();
  const [draft, setDraft] = useState<DiscountDraft>(() => draftOf(discount));
  const [isChecked, setChecked] = useState(false);
  const set = (part: Partial<DiscountDraft>) => setDraft({ ...draft, ...part });
  const refresh = () => void queryClient.invalidateQueries({ queryKey: ['discounts'] });
  const save = useMutation({
    mutationFn: async () => {
      setChecked(true);
      const body = discountBody(draft, account.currency);
      if (body === null) return null;
      return discount === null ? api.createDiscount({ body }) : api.changeDiscount({ params: { id: discount.id }, body });
    },
    onSuccess: (saved) => {
      if (saved === null) return;
      refresh();
      toast.show({ message: t.saved() });
      onClose();
    },
  });
  const remove = useMutation({
    mutationFn: (gone: Discount) => api.deleteDiscount({ params: { id: gone.id } }),
    onSuccess: (_, gone) => {
      refresh();
      toast.show({ message: t.deleted(gone.name) });
      onClose();
    },
    onError: (error) => toast.show({ message: sentenceOf(error), tone: 'bad' }),
  });
  const errors = fieldErrorsOf(save.error);
  return (
    <SettingsPanel
      title={discount === null ? t.add() : t.edited(discount.name)}
      save={save}
      onClose={onClose}
      extra={
        discount && (
          <Button variant="quiet" danger icon="trash" busy={remove.isPending} onClick={() => remove.mutate(discount)}>
            {t.delete()}
          </Button>
        )
      }
    >
      <TextInput
        label={t.name()}
        help={t.nameHelp()}
        autoFocus
        maxLength={100}
        value={draft.name}
        error={errors.name}
        onChange={({ target }) => set({ name: target.value })}
      />
      <Checkbox label={t.isAutomatic()} checked={draft.isAutomatic} onChange={({ target }) => set({ isAutomatic: target.checked })} />
      {!draft.isAutomatic && (
        <TextInput
          label={t.code()}
          help={t.codeHelp()}
          maxLength={60}
          spellCheck={false}
          value={draft.code}
          error={errors.code}
          onChange={({ target }) => set({ code: target.value })}
        />
      )}
      <DiscountValueFields draft={draft} currency={account.currency} isChecked={isChecked} errors={errors} onChange={set} />
      <Select
        label={t.reach()}
        options={(['items', 'shipping', 'items_and_shipping'] as const).map((value) => ({ value, label: summary.reaches[value] }))}
        value={draft.reach}
        onChange={({ currentTarget }) => set({ reach: currentTarget.value as DiscountDraft['reach'] })}
      />
      <div className={styles.two}>
        <TextInput label={t.from()} type="date" value={draft.validFrom} error={errors.validFrom} onChange={({ target }) => set({ validFrom: target.value })} />
        <TextInput
          label={t.until()}
          type="date"
          value={draft.validUntil}
          error={errors.validUntil}
          onChange={({ target }) => set({ validUntil: target.value })}
        />
      </div>
      <div className={styles.two}>
        <NumberField
          label={t.maxUses()}
          min={1}
          placeholder={t.anyNumber()}
          unreadable={t.unreadable()}
          value={draft.maxUses}
          error={errors.maxUses}
          onChange={(maxUses) => set({ maxUses })}
        />
        <NumberField
          label={t.maxPerCustomer()}
          min={1}
          placeholder={t.anyNumber()}
          unreadable={t.unreadable()}
          value={draft.maxUsesPerCustomer}
          error={errors.maxUsesPerCustomer}
          onChange={(maxUsesPerCustomer) => set({ maxUsesPerCustomer })}
        />
      </div>
      <DiscountLimits draft={draft} errors={errors} onChange={set} />
      <Checkbox label={t.active()} checked={draft.active} onChange={({ target }) => set({ active: target.checked })} />
    </SettingsPanel>
  );
}
