import type { EstimateRevision, Order } from '@backdesk/contract/order/schema.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { InlineNotice, type NoticeTone } from '@backdesk/ui/feedback/inline-notice.tsx';
import { useToast } from '@backdesk/ui/feedback/toast.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { EstimateDecisions } from '../../components/estimate-decisions/estimate-decisions.tsx';
import { api } from '../../lib/api.ts';
import { orderMailsQuery } from '../../lib/order-mails-query.ts';
import { orderQuery } from '../../lib/order-query.ts';
import { sentenceOf } from '../../lib/problem.ts';
import { useDraft } from './draft-context.tsx';
import styles from './draft-page.module.css';
import { ExtendEstimateDialog } from './extend-estimate-dialog.tsx';
import { mailSays } from './mail-says.ts';
import { RecordAcceptanceDialog } from './record-acceptance-dialog.tsx';
import { RevisionsLink } from './revisions-link.tsx';
import { SendEstimateDialog } from './send-estimate-dialog.tsx';
import { t } from './texts.ts';

/** How the open revision stands: sent to whom, seen or not, until when; and its link. */
export function EstimateBanner({ order }: { order: Order }) {
  const [dialog, setDialog] = useState<'send' | 'record' | 'extend' | null>(null);
  const format = useFormat();
  const toast = useToast();
  const queryClient = useQueryClient();
  const { editor } = useDraft();
  const mails = useQuery(orderMailsQuery(order.id));
  const revision = order.estimate?.revisions.find((found) => found.revision === order.estimate?.revision);
  if (revision === undefined) return null;
  const mail = mailSays(mails.data?.items.find((found) => found.template === 'estimate' && found.revision === revision.revision));
  const isOpen = revision.status === 'open' || revision.status === 'changes_requested';
  const accepted = revision.decisions.findLast(({ kind, total }) => kind === revision.status && total !== null);
  // What was left open comes on top of what was accepted: then the totals differ by right.
  const promised = accepted === undefined ? revision : accepted;
  const differs = promised.open.length === 0 && promised.total !== null && promised.total.amount !== order.totals.total.amount;
  const refresh = () => queryClient.invalidateQueries({ queryKey: orderQuery(order.id).queryKey });

  async function drop(number: number) {
    try {
      editor.receive(await api.dropChanges({ params: { id: order.id, revision: number } }));
      await refresh();
      toast.show({ message: t.changesDropped() });
    } catch (error) {
      toast.show({ message: sentenceOf(error), tone: 'bad' });
    }
  }

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
      tone={toneOf(revision, { isBad: mail?.isBad === true, differs })}
      title={`Estimate ${order.number ?? ''} r${revision.revision} · ${format.money(revision.total)}`}
      actions={
        <>
          {accepted !== undefined && differs && order.abilities.edit && (
            <Button size="small" icon="undo" onClick={() => void drop(revision.revision)}>
              {t.dropChanges()}
            </Button>
          )}
          {order.abilities.send && (
            <>
              <Button size="small" icon="copy" onClick={() => void copy(revision)}>
                {t.copyLink()}
              </Button>
              {isOpen && !revision.expired && (
                <>
                  <Button size="small" icon="mail" onClick={() => setDialog('send')}>
                    {revision.sentTo.length === 0 ? t.sendNow() : t.sendAgain()}
                  </Button>
                  <Button size="small" icon="check" onClick={() => setDialog('record')}>
                    {t.recordAcceptance()}
                  </Button>
                </>
              )}
              {isOpen && (
                <Button size="small" icon="history" onClick={() => setDialog('extend')}>
                  {t.extend()}
                </Button>
              )}
            </>
          )}
        </>
      }
    >
      <p className={styles.facts}>
        <span>
          {revision.sentAt === null ? t.notSent() : (mail?.isOut === false ? t.addressedTo : t.sentTo)(revision.sentTo.join(', '), format.ago(revision.sentAt))}
        </span>
        {revision.viewedAt !== null && <span>{t.viewed(revision.viewCount, format.ago(revision.viewedAt))}</span>}
        {isOpen && <span>{revision.expired ? t.expired() : t.validUntil(format.date(revision.validUntil))}</span>}
        <RevisionsLink orderId={order.id} revision={revision.revision} />
      </p>
      {mail && <p>{mail.says}</p>}
      <EstimateDecisions orderId={order.id} revision={revision} />
      {differs && <p>{accepted?.total ? t.acceptedDiffers(format.money(accepted.total), format.money(order.totals.total)) : t.differs()}</p>}
    </InlineNotice>
  );
  return (
    <>
      {banner}
      {dialog === 'send' && <SendEstimateDialog order={order} revision={revision} onClose={() => setDialog(null)} />}
      {dialog === 'record' && <RecordAcceptanceDialog order={order} revision={revision} onDone={refresh} onClose={() => setDialog(null)} />}
      {dialog === 'extend' && <ExtendEstimateDialog order={order} revision={revision} onDone={refresh} onClose={() => setDialog(null)} />}
    </>
  );
}

function toneOf({ status, expired }: EstimateRevision, { isBad, differs }: { isBad: boolean; differs: boolean }): NoticeTone {
  if (isBad || status === 'declined') return 'bad';
  if (differs || status === 'changes_requested') return 'warn';
  if (status === 'accepted' || status === 'accepted_in_part') return 'good';
  return expired ? 'warn' : 'open';
}
