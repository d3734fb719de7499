import { ApiProblem } from '@backdesk/contract/client.ts';
import type { EstimateRevision, Order } from '@backdesk/contract/order/schema.ts';
import { readRecipients, recipientsBody } from '@backdesk/ordering/estimate/recipients.ts';
import { t as estimate } from '@backdesk/ordering/estimate/texts.ts';
import { MailPreview } from '@backdesk/ordering/mail/mail-preview.tsx';
import { useMailPreview } from '@backdesk/ordering/mail/use-mail-preview.ts';
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
  const [copies, setCopies] = useState('');
  const [message, setMessage] = useState('');
  const recipients = readRecipients(email, copies);
  const mayNotSend = recipients.to.length === 0 || recipients.isWrong;
  const [isBusy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  // The same mail is sent once, however often the button is pressed or the answer lost.
  const [key, setKey] = useState(() => crypto.randomUUID());

  const params = { id: order.id, revision: revision.revision };
  const mail = useMailPreview(() => api.previewIssuedEstimate({ params, body: { message: message.trim() } }), sentenceOf);

  async function send() {
    setBusy(true);
    setFailed(null);
    try {
      await api.sendEstimate({ params, body: { ...recipientsBody(recipients), message: message.trim() } }, { idempotencyKey: key });
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
      wide={mail.preview !== null}
      actions={
        <>
          {mail.preview === null ? (
            <Button busy={mail.isLoading} disabled={mayNotSend} onClick={mail.show}>
              {t.previewMail()}
            </Button>
          ) : (
            <Button icon="chevron-left" onClick={mail.leave}>
              {t.backToMail()}
            </Button>
          )}
          <span className="push" />
          <Button onClick={onClose}>{t.cancel()}</Button>
          <Button type="submit" variant="primary" busy={isBusy} disabled={mayNotSend}>
            {t.send()}
          </Button>
        </>
      }
    >
      {mail.preview !== null && <MailPreview preview={mail.preview} to={recipients.to.join(', ')} cc={recipients.cc.join(', ')} />}
      {mail.preview === null && (
        <>
          <TextInput
            label={t.sendEmail()}
            type="email"
            multiple
            autoFocus
            autoComplete="off"
            value={email}
            error={recipients.isWrong ? estimate.emailWrong() : undefined}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <TextInput
            label={estimate.copies()}
            mark={estimate.optional()}
            type="email"
            multiple
            autoComplete="off"
            value={copies}
            onChange={(event) => setCopies(event.currentTarget.value)}
          />
          <TextArea label={t.sendMessage()} rows={3} maxLength={5000} value={message} onChange={(event) => setMessage(event.currentTarget.value)} />
        </>
      )}
      {(failed ?? mail.failed) !== null && (
        <InlineNotice tone="bad" live="alert">
          {failed ?? mail.failed}
        </InlineNotice>
      )}
    </Dialog>
  );
}
