import type { EstimateRevision, Order, MailPreview as Preview } from '@backdesk/contract/order/schema.ts';
import { isGoods } from '@backdesk/domain/order/section-totals.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { dateIn } from '@backdesk/ui/format/date.ts';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { TextArea } from '@backdesk/ui/forms/text-area.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { Dialog } from '@backdesk/ui/overlays/dialog.tsx';
import { useState } from 'react';
import { MailPreview } from '../mail/mail-preview.tsx';
import { useMailPreview } from '../mail/use-mail-preview.ts';
import { t as summary } from '../summary/texts.ts';
import styles from './estimate-dialog.module.css';
import { readRecipients, recipientsBody } from './recipients.ts';
import { t } from './texts.ts';

export type EstimateRequest = ReturnType<typeof recipientsBody> & {
  readonly message: string;
  readonly validUntil: string;
  readonly expectedTotal: Order['totals']['total'];
};

export type EstimateDialogProps = {
  order: Order;
  /** Days an estimate is valid when nobody says otherwise (account setting). */
  validDays: number;
  /** Rejects with what stands in the way; its text is shown. */
  onConvert: (request: EstimateRequest) => Promise<EstimateRevision>;
  /** The mail that converting with this request would send. */
  onPreview: (request: EstimateRequest) => Promise<Preview>;
  textOf: (error: unknown) => string;
  onDone: (revision: EstimateRevision) => void;
  onClose: () => void;
};

/** Freezes a revision; sends it when there is an address. A dialog, because something leaves the house. */
export function EstimateDialog({ order, validDays, onConvert, onPreview, textOf, onDone, onClose }: EstimateDialogProps) {
  const format = useFormat();
  const [email, setEmail] = useState(order.customer?.email ?? '');
  const [copies, setCopies] = useState('');
  const [message, setMessage] = useState('');
  const [validUntil, setValidUntil] = useState(() => dateIn(new Date(Date.now() + validDays * 86_400_000), format.timeZone));
  const [isBusy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  const recipients = readRecipients(email, copies);
  const { isWrong } = recipients;
  const to = recipients.to.join(', ');
  const isPast = validUntil !== '' && validUntil < dateIn(new Date(), format.timeZone);
  const next = (order.estimate?.revisions.findLast((revision) => revision.releasedAt !== null)?.revision ?? 0) + 1;

  const request: EstimateRequest = { ...recipientsBody(recipients), message: message.trim(), validUntil, expectedTotal: order.totals.total };
  const mail = useMailPreview(() => onPreview(request), textOf);

  async function convert() {
    if (isWrong || isPast || isBusy) return;
    setBusy(true);
    setFailed(null);
    try {
      onDone(await onConvert(request));
    } catch (error) {
      setFailed(textOf(error));
      setBusy(false);
    }
  }

  return (
    <Dialog
      title={t.title()}
      onClose={onClose}
      onSubmit={() => void convert()}
      wide={mail.preview !== null}
      actions={
        <>
          {mail.preview !== null && (
            <Button icon="chevron-left" onClick={mail.leave}>
              {t.back()}
            </Button>
          )}
          {mail.preview === null && to !== '' && !isWrong && (
            <Button busy={mail.isLoading} disabled={!order.lines.some(isGoods) || isPast} onClick={mail.show}>
              {t.preview()}
            </Button>
          )}
          <span className="push" />
          <Button onClick={onClose}>{t.cancel()}</Button>
          <Button type="submit" variant="primary" busy={isBusy} disabled={!order.lines.some(isGoods)}>
            {t.convert()}
          </Button>
        </>
      }
    >
      {mail.preview !== null && <MailPreview preview={mail.preview} to={to} cc={recipients.cc.join(', ')} />}
      {mail.preview === null && (
        <>
          <div className={styles.sum}>
            <span>
              {t.total()}{' '}
              <span className="muted small">
                {[
                  t.lines(order.lines.filter(({ parentLineId, kind }) => parentLineId === null && kind !== 'section').length),
                  summary.plusOpen(order.totals.open),
                ]
                  .filter(Boolean)
                  .join(', ')}
              </span>
            </span>
            <b>{format.money(order.totals.total)}</b>
          </div>
          {!order.lines.some(isGoods) && <InlineNotice tone="warn">{t.noLines()}</InlineNotice>}
          <TextInput
            label={t.email()}
            type="email"
            multiple
            autoFocus
            autoComplete="off"
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
            error={isWrong && !isBusy ? t.emailWrong() : undefined}
            help={to === '' ? t.willNotSend() : isWrong ? undefined : t.willSend(to)}
          />
          {to !== '' && (
            <TextInput
              label={t.copies()}
              mark={t.optional()}
              type="email"
              multiple
              autoComplete="off"
              value={copies}
              onChange={(event) => setCopies(event.currentTarget.value)}
            />
          )}
          <TextArea
            label={t.message()}
            mark={t.optional()}
            rows={3}
            maxLength={5000}
            value={message}
            onChange={(event) => setMessage(event.currentTarget.value)}
          />
          <TextInput
            className={styles.date}
            label={t.validUntil()}
            type="date"
            value={validUntil}
            help={t.validHelp()}
            error={isPast ? t.validPast() : undefined}
            onChange={(event) => setValidUntil(event.currentTarget.value)}
          />
          <p className="small muted">{t.freezes(next)}</p>
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
