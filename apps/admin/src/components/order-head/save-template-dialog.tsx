import type { Order } from '@backdesk/contract/order/order.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { Checkbox } from '@backdesk/ui/forms/checkbox.tsx';
import { NumberField } from '@backdesk/ui/forms/number-field.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { Dialog } from '@backdesk/ui/overlays/dialog.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../lib/api.ts';
import { sentenceOf } from '../../lib/problem.ts';
import { t } from './texts.ts';

type SaveTemplateDialogProps = { order: Order; settled: () => Promise<unknown>; onDone: (name: string) => void; onClose: () => void };

/** Keeps the lines, options, notes, validity and what was set by hand of an order to start others from. */
export function SaveTemplateDialog({ order, settled, onDone, onClose }: SaveTemplateDialogProps) {
  const queryClient = useQueryClient();
  const [name, setName] = useState(order.name);
  const [validDays, setValidDays] = useState<number | null>(order.validDays);
  const [prices, setPrices] = useState(true);
  const isSetByHand =
    order.lines.some(({ override, discount }) => override !== null || discount !== null) || order.discounts.some(({ source }) => source === 'manual');
  const save = useMutation({
    mutationFn: async () => {
      await settled();
      return api.saveTemplate({ params: { id: order.id }, body: { name: name.trim(), validDays, prices } });
    },
    onSuccess: (saved) => {
      void queryClient.invalidateQueries({ queryKey: ['templates'] });
      onDone(saved.name);
    },
  });
  return (
    <Dialog
      title={t.templateTitle()}
      onClose={onClose}
      onSubmit={() => save.mutate()}
      actions={
        <>
          <Button onClick={onClose}>{t.cancel()}</Button>
          <Button type="submit" variant="primary" busy={save.isPending} disabled={name.trim() === ''}>
            {t.templateSave()}
          </Button>
        </>
      }
    >
      <TextInput
        label={t.templateName()}
        autoFocus
        maxLength={200}
        value={name}
        help={isSetByHand ? t.templateHelp() : `${t.templateHelp()} ${t.templateToday()}`}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {isSetByHand && (
        <Checkbox label={t.templatePrices()} help={t.templatePricesHelp()} checked={prices} onChange={(event) => setPrices(event.currentTarget.checked)} />
      )}
      <NumberField
        label={t.templateDays()}
        help={t.templateDaysHelp()}
        value={validDays}
        onChange={setValidDays}
        min={1}
        max={365}
        unreadable={t.unreadable()}
      />
      {save.isError && (
        <InlineNotice tone="bad" live="alert">
          {sentenceOf(save.error)}
        </InlineNotice>
      )}
    </Dialog>
  );
}
