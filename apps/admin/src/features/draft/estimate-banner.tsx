import type { EstimateRevision, Order } from '@backdesk/contract/order/schema.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { useToast } from '@backdesk/ui/feedback/toast.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../lib/api.ts';
import { orderMailsQuery } from '../../lib/order-mails-query.ts';
import { orderQuery } from '../../lib/order-query.ts';
import { sentenceOf } from '../../lib/problem.ts';
import styles from './draft-page.module.css';
import { mailSays } from './mail-says.ts';
import { SendEstimateDialog } from './send-estimate-dialog.tsx';
import { t } from './texts.ts';

/** How the open revision stands: sent to whom, seen or not, until when; and its link. */
export function EstimateBanner({ order }: { order: Order }) {
  const [isSending, setSending] = useState(false);
  const format = useFormat();
  const toast = useToast();
  const queryClient = useQueryClient();
  const mails = useQuery(orderMailsQuery(order.id));
  const revision = order.estimate?.revisions.find((found) => found.revision === order.estimate?.revision);
  if (revision === undefined) return null;
  const mail = mailSays(mails.data?.items.find((found) => found.template === 'estimate' && found.revision === revision.revision));
  const differs = revision.total.amount !== order.totals.total.amount;

  async function copy({ revision: number }: EstimateRevision) {
    try {
      const { url } = await api.copyEstimateLink({ params: { id: order.id, revision: number } });
      await navigator.clipboard.writeText(url).then(
        () => toast.show({ message: t.linkCopied() }),
        () => toast.show({ message: url }),
      );
      await queryClient.invalidateQueries({ queryKey: orderQuery(order.id).queryKey });
    } catch (error) {
      toast.show({ message: sentenceOf(error), tone: 'bad' });
    }
  }

  const banner = (
    <InlineNotice
      tone={mail?.isBad ? 'bad' : differs || revision.expired ? 'warn' : 'open'}
      title={`Estimate ${order.number ?? ''} r${revision.revision} · ${format.money(revision.total)}`}
      actions={
        order.abilities.send && (
          <>
            <Button size="small" icon="copy" onClick={() => void copy(revision)}>
              {t.copyLink()}
            </Button>
            <Button size="small" icon="mail" onClick={() => setSending(true)}>
              {revision.sentTo.length === 0 ? t.sendNow() : t.sendAgain()}
            </Button>
          </>
        )
      }
    >
      <p className={styles.facts}>
        <span>
          {revision.sentAt === null ? t.notSent() : (mail?.isOut === false ? t.addressedTo : t.sentTo)(revision.sentTo.join(', '), format.ago(revision.sentAt))}
        </span>
        {revision.viewedAt !== null && <span>{t.viewed(revision.viewCount, format.ago(revision.viewedAt))}</span>}
        <span>{revision.expired ? t.expired() : t.validUntil(format.date(revision.validUntil))}</span>
      </p>
      {mail && <p>{mail.says}</p>}
      {differs && <p>{t.differs()}</p>}
    </InlineNotice>
  );
  return (
    <>
      {banner}
      {isSending && <SendEstimateDialog order={order} revision={revision} onClose={() => setSending(false)} />}
    </>
  );
}
