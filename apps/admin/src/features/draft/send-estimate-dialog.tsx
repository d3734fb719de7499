import { ApiProblem } from '@backdesk/contract/client.ts';
import type { EstimateRevision } from '@backdesk/contract/order/estimate-revision.ts';
import type { Order } from '@backdesk/contract/order/order.ts';
import { EstimateMailFields, MailOrFields, MailPreviewButton } from '@backdesk/ordering/estimate/estimate-mail-fields.tsx';
import { useEstimateMail } from '@backdesk/ordering/estimate/use-estimate-mail.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
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
  const [isBusy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  // The same mail is sent once, however often the button is pressed or the answer lost.
  const [key, setKey] = useState(() => crypto.randomUUID());

  const params = { id: order.id, revision: revision.revision };
  const mail = useEstimateMail(order.customer?.email ?? '', ({ message }) => api.previewIssuedEstimate({ params, body: { message } }), sentenceOf);
  const mayNotSend = mail.recipients.to.length === 0 || mail.recipients.isWrong;

  async function send() {
    setBusy(true);
    setFailed(null);
    try {
      await api.sendEstimate({ params, body: mail.body }, { idempotencyKey: key });
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
      wide={mail.shown.preview !== null}
      actions={
        <>
          <MailPreviewButton mail={mail} disabled={false} />
          <span className="push" />
          <Button onClick={onClose}>{t.cancel()}</Button>
          <Button type="submit" variant="primary" busy={isBusy} disabled={mayNotSend}>
            {t.send()}
          </Button>
        </>
      }
    >
      <MailOrFields mail={mail}>
        <EstimateMailFields mail={mail} isBusy={isBusy} />
      </MailOrFields>
      {(failed ?? mail.shown.failed) !== null && (
        <InlineNotice tone="bad" live="alert">
          {failed ?? mail.shown.failed}
        </InlineNotice>
      )}
    </Dialog>
  );
}
