import type { Order } from '@backdesk/contract/order/schema.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { useToast } from '@backdesk/ui/feedback/toast.tsx';
import { Checkbox } from '@backdesk/ui/forms/checkbox.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { Dialog } from '@backdesk/ui/overlays/dialog.tsx';
import { useState } from 'react';
import { api } from '../../lib/api.ts';
import { sentenceOf } from '../../lib/problem.ts';
import { t } from './after-texts.ts';
import { useAfterSubmission } from './use-after-submission.ts';

/** Calls the order off: what comes of it is said before. */
export function CancelDialog({ order, title, onClose }: { order: Order; title: string; onClose: () => void }) {
  const toast = useToast();
  const [reason, setReason] = useState('');
  const [tells, setTells] = useState(order.customer?.email !== null);
  const cancel = useAfterSubmission(
    order.id,
    () => api.cancelOrder({ params: { id: order.id }, body: { reason: reason.trim(), notify: tells } }),
    () => {
      toast.show({ message: t.canceled(title) });
      onClose();
    },
  );
  return (
    <Dialog
      title={t.cancelTitle(title)}
      onClose={onClose}
      onSubmit={() => {
        if (!cancel.isPending) cancel.mutate(undefined);
      }}
      actions={
        <>
          <span className="push" />
          <Button onClick={onClose}>{t.keepOrder()}</Button>
          <Button type="submit" danger busy={cancel.isPending}>
            {t.cancelGo()}
          </Button>
        </>
      }
    >
      <p className="soft">{t.cancelHelp()}</p>
      <TextInput label={t.reason()} autoFocus maxLength={500} help={t.reasonHelp()} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      <Checkbox
        label={order.customer?.email ? t.tell(order.customer.email) : t.tellCustomer()}
        checked={tells}
        onChange={(event) => setTells(event.currentTarget.checked)}
      />
      {cancel.error !== null && (
        <InlineNotice tone="bad" live="alert">
          {sentenceOf(cancel.error)}
        </InlineNotice>
      )}
    </Dialog>
  );
}
