import type { EstimateRevision, MailPreview as Preview } from '@backdesk/contract/order/estimate-revision.ts';
import type { Order } from '@backdesk/contract/order/order.ts';
import { isGoods } from '@backdesk/domain/order/section-totals.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { dateIn, dayAfter } from '@backdesk/ui/format/date.ts';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { Dialog } from '@backdesk/ui/overlays/dialog.tsx';
import { type ReactNode, useState } from 'react';
import { t as summary } from '../summary/texts.ts';
import styles from './estimate-dialog.module.css';
import { EstimateMailFields, MailOrFields, MailPreviewButton } from './estimate-mail-fields.tsx';
import { t } from './texts.ts';
import { type MailBody, useEstimateMail } from './use-estimate-mail.ts';

export type EstimateRequest = MailBody & { readonly validUntil: string; readonly expectedTotal: Order['totals']['total'] };

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
  /** What has to be known before. */
  lead?: ReactNode;
};

/** Freezes a revision; sends it when there is an address. A dialog, because something leaves the house. */
export function EstimateDialog({ order, validDays, onConvert, onPreview, textOf, onDone, onClose, lead }: EstimateDialogProps) {
  const format = useFormat();
  const [validUntil, setValidUntil] = useState(() => dayAfter(dateIn(new Date(), format.timeZone), validDays));
  const [isBusy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  const isPast = validUntil !== '' && validUntil < dateIn(new Date(), format.timeZone);
  const next = (order.estimate?.revisions.findLast((revision) => revision.releasedAt !== null)?.revision ?? 0) + 1;

  const requestOf = (body: MailBody): EstimateRequest => ({ ...body, validUntil, expectedTotal: order.totals.total });
  const mail = useEstimateMail(order.customer?.email ?? '', (body) => onPreview(requestOf(body)), textOf);
  const { isWrong } = mail.recipients;
  const to = mail.recipients.to.join(', ');
  const hasGoods = order.lines.some(isGoods);

  async function convert() {
    if (isWrong || isPast || isBusy) return;
    setBusy(true);
    setFailed(null);
    try {
      onDone(await onConvert(requestOf(mail.body)));
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
      wide={mail.shown.preview !== null}
      actions={
        <>
          <MailPreviewButton mail={mail} disabled={!hasGoods || isPast} />
          <span className="push" />
          <Button onClick={onClose}>{t.cancel()}</Button>
          <Button type="submit" variant="primary" busy={isBusy} disabled={!hasGoods}>
            {t.convert()}
          </Button>
        </>
      }
    >
      <MailOrFields mail={mail}>
        {lead}
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
        {!hasGoods && <InlineNotice tone="warn">{t.noLines()}</InlineNotice>}
        <EstimateMailFields mail={mail} isBusy={isBusy} help={to === '' ? t.willNotSend() : t.willSend(to)} />
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
      </MailOrFields>
      {(failed ?? mail.shown.failed) !== null && (
        <InlineNotice tone="bad" live="alert">
          {failed ?? mail.shown.failed}
        </InlineNotice>
      )}
    </Dialog>
  );
}
