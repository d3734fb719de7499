import { ApiProblem } from '@backdesk/contract/client.ts';
import type { EstimateRevision, Order } from '@backdesk/contract/order/schema.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { TextArea } from '@backdesk/ui/forms/text-area.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { Dialog } from '@backdesk/ui/overlays/dialog.tsx';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../lib/api.ts';
import { orderQuery } from '../../lib/order-query.ts';
import { sentenceOf } from '../../lib/problem.ts';
import { t } from './texts.ts';

/** Mails a revision that was issued without, exactly as it was frozen. */
export function SendEstimateDialog({ order, revision, onClose }: { order: Order; revision: EstimateRevision; onClose: () => void }) {
  const queryClient = useQueryClient();
  const [email, setEmail] = useState(order.customer?.email ?? '');
  const [message, setMessage] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  // The same mail is sent once, however often the button is pressed or the answer lost.
  const [key, setKey] = useState(() => crypto.randomUUID());

  async function send() {
    setBusy(true);
    setFailed(null);
    try {
      await api.sendEstimate(
        { params: { id: order.id, revision: revision.revision }, body: { email: email.trim(), message: message.trim() } },
        { idempotencyKey: key },
      );
      await queryClient.invalidateQueries({ queryKey: orderQuery(order.id).queryKey });
      onClose();
    } catch (error) {
      // A refused request may be mended and sent again: that is another one.
      if (error instanceof ApiProblem) setKey(crypto.randomUUID());
      setFailed(sentenceOf(error));
      setBusy(false);
    }
  }

  return (
    <Dialog
      title={t.sendTitle(revision.revision)}
      onClose={onClose}
      onSubmit={() => void send()}
      actions={
        <>
          <Button onClick={onClose}>{t.cancel()}</Button>
          <Button type="submit" variant="primary" busy={isBusy} disabled={email.trim() === ''}>
            {t.send()}
          </Button>
        </>
      }
    >
      <TextInput label={t.sendEmail()} type="email" autoFocus autoComplete="off" value={email} onChange={(event) => setEmail(event.currentTarget.value)} />
      <TextArea label={t.sendMessage()} rows={3} maxLength={5000} value={message} onChange={(event) => setMessage(event.currentTarget.value)} />
      {failed !== null && (
        <InlineNotice tone="bad" live="alert">
          {failed}
        </InlineNotice>
      )}
    </Dialog>
  );
}
