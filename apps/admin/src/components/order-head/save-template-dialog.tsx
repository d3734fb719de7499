import type { Order } from '@backdesk/contract/order/schema.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { NumberField } from '@backdesk/ui/forms/number-field.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { Dialog } from '@backdesk/ui/overlays/dialog.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../lib/api.ts';
import { sentenceOf } from '../../lib/problem.ts';
import { t } from './texts.ts';

type SaveTemplateDialogProps = { order: Order; settled: () => Promise<unknown>; onDone: (name: string) => void; onClose: () => void };

/** Keeps the lines, options, notes and validity of an order to start others from. */
export function SaveTemplateDialog({ order, settled, onDone, onClose }: SaveTemplateDialogProps) {
  const queryClient = useQueryClient();
  const [name, setName] = useState(order.name);
  const [validDays, setValidDays] = useState<number | null>(order.validDays);
  const save = useMutation({
    mutationFn: async () => {
      await settled();
      return api.saveTemplate({ params: { id: order.id }, body: { name: name.trim(), validDays } });
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
        help={t.templateHelp()}
        onChange={(event) => setName(event.currentTarget.value)}
      />
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
