import type { EstimateRevision } from '@backdesk/contract/order/estimate-revision.ts';
import type { Order } from '@backdesk/contract/order/order.ts';
import { hasMoved, type RateGone, ratesGoneText, totalTodayText } from '@backdesk/domain/estimate/total-today.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { InlineNotice, type NoticeTone } from '@backdesk/ui/feedback/inline-notice.tsx';
import { useToast } from '@backdesk/ui/feedback/toast.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { EstimateDecisions } from '../../components/estimate-decisions/estimate-decisions.tsx';
import { EstimateLinksDialog } from '../../components/estimate-links/estimate-links-dialog.tsx';
import { t as links } from '../../components/estimate-links/texts.ts';
import { api } from '../../lib/api.ts';
import { orderQuery } from '../../lib/order-query.ts';
import { sentenceOf } from '../../lib/problem.ts';
import { Deliveries } from './deliveries.tsx';
import { useDraft } from './draft-context.tsx';
import styles from './draft-page.module.css';
import { ExtendEstimateDialog } from './extend-estimate-dialog.tsx';
import { RecordAcceptanceDialog } from './record-acceptance-dialog.tsx';
import { RevisionsLink } from './revisions-link.tsx';
import { SendEstimateDialog } from './send-estimate-dialog.tsx';
import { t } from './texts.ts';

const inMinorUnits = ({ name, nearest }: EstimateRevision['ratesGone'][number]): RateGone => ({
  name,
  nearest: nearest === null ? null : { name: nearest.name, amount: nearest.amount.amount },
});

/** How the open revision stands: sent to whom, seen or not, until when; and its link. */
export function EstimateBanner({ order }: { order: Order }) {
  const [dialog, setDialog] = useState<'send' | 'record' | 'extend' | 'links' | null>(null);
  const format = useFormat();
  const toast = useToast();
  const queryClient = useQueryClient();
  const { editor } = useDraft();
  const revision = order.estimate?.revisions.find((found) => found.revision === order.estimate?.revision);
  if (revision === undefined) return null;
  const isUndelivered = revision.deliveries.some(({ state }) => state === 'failed' || state === 'bounced');
  const isOpen = revision.status === 'open' || revision.status === 'changes_requested';
  const accepted = revision.decisions.findLast(({ kind, total }) => kind === revision.status && total !== null);
  // What was left open comes on top of what was accepted: then the totals differ by right.
  const promised = accepted === undefined ? revision : accepted;
  const differs = promised.open.length === 0 && promised.total !== null && promised.total.amount !== order.totals.total.amount;
  const today = revision.today === null ? null : { amount: revision.today.amount, ratesGone: revision.ratesGone.map(inMinorUnits) };
  const isMoved = today !== null && promised.total !== null && hasMoved(today, promised.total.amount);
  const words = { amount: (amount: number) => format.money({ amount, currency: order.currency }) };
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
      tone={toneOf(revision, { isBad: isUndelivered, differs })}
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
              {revision.releasedAt !== null && (
                <Button size="small" icon="link" onClick={() => setDialog('links')}>
                  {links.open()}
                </Button>
              )}
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
        {revision.deliveries.length === 0 && <span>{revision.releasedAt === null ? t.notSent() : t.handedOn()}</span>}
        {revision.deliveries.length === 0 && revision.viewedAt !== null && <span>{t.viewed(revision.viewCount, format.ago(revision.viewedAt))}</span>}
        {isOpen && <span>{revision.expired ? t.expired() : t.validUntil(format.date(revision.validUntil))}</span>}
        <RevisionsLink orderId={order.id} revision={revision.revision} />
      </p>
      <Deliveries orderId={order.id} revision={revision} />
      <EstimateDecisions orderId={order.id} revision={revision} />
      {isMoved && <p>{t.atTodaysPrices(totalTodayText(today, words), ratesGoneText(today, words))}</p>}
      {differs && <p>{accepted?.total ? t.acceptedDiffers(format.money(accepted.total), format.money(order.totals.total)) : t.differs()}</p>}
    </InlineNotice>
  );
  return (
    <>
      {banner}
      {dialog === 'send' && <SendEstimateDialog order={order} revision={revision} onClose={() => setDialog(null)} />}
      {dialog === 'record' && <RecordAcceptanceDialog order={order} revision={revision} onDone={refresh} onClose={() => setDialog(null)} />}
      {dialog === 'links' && <EstimateLinksDialog order={order} onClose={() => setDialog(null)} />}
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
