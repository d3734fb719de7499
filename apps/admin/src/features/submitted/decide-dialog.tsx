import type { Order } from '@backdesk/contract/order/order.ts';
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

const decisions = {
  cancel: { ask: api.cancelOrder, title: t.cancelTitle, help: t.cancelHelp, keep: t.keepOrder, go: t.cancelGo, done: t.canceled },
  approve: { ask: api.approveOrder, title: t.approveTitle, help: t.approveHelp, keep: t.back, go: t.approveGo, done: t.approved },
  decline: { ask: api.declineOrder, title: t.declineTitle, help: t.declineHelp, keep: t.back, go: t.declineGo, done: t.declined },
} as const;

export type Decision = keyof typeof decisions;
type DecideDialogProps = { order: Order; decision: Decision; title: string; onClose: () => void };

/** Calls the order off, lets it through or sends it back: what comes of it is said before. */
export function DecideDialog({ order, decision, title, onClose }: DecideDialogProps) {
  const words = decisions[decision];
  const toast = useToast();
  const [reason, setReason] = useState('');
  const [tells, setTells] = useState(order.customer?.email !== null);
  const decide = useAfterSubmission(
    order.id,
    () => words.ask({ params: { id: order.id }, body: { reason: reason.trim(), notify: tells } }),
    () => {
      toast.show({ message: words.done(title) });
      onClose();
    },
  );
  return (
    <Dialog
      title={words.title(title)}
      onClose={onClose}
      onSubmit={() => {
        if (!decide.isPending) decide.mutate(undefined);
      }}
      actions={
        <>
          <span className="push" />
          <Button onClick={onClose}>{words.keep()}</Button>
          <Button type="submit" {...(decision === 'approve' ? { variant: 'primary' as const } : { danger: true })} busy={decide.isPending}>
            {words.go()}
          </Button>
        </>
      }
    >
      <p className="soft">{words.help()}</p>
      <TextInput label={t.reason()} autoFocus maxLength={500} help={t.reasonHelp()} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      <Checkbox
        label={order.customer?.email ? t.tell(order.customer.email) : t.tellCustomer()}
        checked={tells}
        onChange={(event) => setTells(event.currentTarget.checked)}
      />
      {decide.error !== null && (
        <InlineNotice tone="bad" live="alert">
          {sentenceOf(decide.error)}
        </InlineNotice>
      )}
    </Dialog>
  );
}
