import type { EstimateRevision } from '@backdesk/contract/order/estimate-revision.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { useToast } from '@backdesk/ui/feedback/toast.tsx';
import { type Format, useFormat } from '@backdesk/ui/format/use-format.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api } from '../../lib/api.ts';
import { orderQuery } from '../../lib/order-query.ts';
import { sentenceOf } from '../../lib/problem.ts';
import styles from './draft-page.module.css';
import { t } from './texts.ts';

type Delivery = EstimateRevision['deliveries'][number];

/** Each person it went to with what is known of their mail; while it is held, the seconds left and the way back. */
export function Deliveries({ orderId, revision }: { orderId: string; revision: EstimateRevision }) {
  const format = useFormat();
  const seconds = useHeldSeconds(revision.deliveries);
  useNews(orderId, revision.deliveries);
  if (revision.deliveries.length === 0) return null;
  return (
    <>
      {seconds > 0 && <Held orderId={orderId} revision={revision.revision} seconds={seconds} />}
      <ul className={styles.deliveries} aria-label={t.deliveries()}>
        {revision.deliveries.map((delivery) => (
          <li key={delivery.mailId}>
            <bdi>{delivery.recipient}</bdi>
            {delivery.isCopy && <span className="muted"> {t.isCopy()}</span>}
            {delivery.isRevoked && <span className="muted"> {t.linkRevoked()}</span>}
            <span className={delivery.state === 'failed' || delivery.state === 'bounced' ? styles.undelivered : 'soft'}> {deliverySays(delivery, format)}</span>{' '}
            <a href={`/api/v1/orders/${orderId}/mails/${delivery.mailId}/source`} download aria-label={t.saveMailTo(delivery.recipient)}>
              {t.saveMail()}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What is known, and no more: a mail that a server took is sent, not delivered. */
function deliverySays({ state, error, sentAt, viewedAt, viewCount, readAt, downloadedAt }: Delivery, { ago }: Format): string {
  const mail = {
    queued: error === null ? t.mailQueued() : t.mailTriedAgain(error),
    kept: t.mailKept(),
    sent: t.mailSent(sentAt === null ? '' : ago(sentAt)),
    failed: t.mailFailed(error ?? ''),
    bounced: t.mailBounced(error ?? ''),
  };
  const page = [
    ...(viewedAt === null ? [] : [t.viewed(viewCount, ago(viewedAt))]),
    ...(readAt === null ? [] : [t.readToEnd(ago(readAt))]),
    ...(downloadedAt === null ? [] : [t.downloaded(ago(downloadedAt))]),
  ];
  return [mail[state], ...page].join(' · ');
}

function Held({ orderId, revision, seconds }: { orderId: string; revision: number; seconds: number }) {
  const toast = useToast();
  const queryClient = useQueryClient();
  const undo = useMutation({
    mutationFn: () => api.undoSending({ params: { id: orderId, revision } }),
    onSuccess: () => toast.show({ message: t.sendingUndone() }),
    onError: (error) => toast.show({ message: sentenceOf(error), tone: 'bad' }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: orderQuery(orderId).queryKey }),
  });
  return (
    <p className={styles.held} role="status">
      <span>{t.sendingIn()}</span> <span aria-hidden="true">{t.secondsLeft(seconds)}</span>
      <Button size="small" icon="undo" busy={undo.isPending} onClick={() => undo.mutate()}>
        {t.undoSending()}
      </Button>
    </p>
  );
}

/** Mail leaves without the order changing: while some is on its way, the order is looked at again. */
function useNews(orderId: string, deliveries: readonly Delivery[]): void {
  const queryClient = useQueryClient();
  const isWaiting = deliveries.some(({ state }) => state === 'queued');
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setInterval(() => void queryClient.invalidateQueries({ queryKey: orderQuery(orderId).queryKey, exact: true }), 3_000);
    return () => clearInterval(timer);
  }, [orderId, isWaiting, queryClient]);
}

/** Whole seconds until the last of the held mails leaves; 0: none is held. Counts by itself. */
function useHeldSeconds(deliveries: readonly Delivery[]): number {
  const until = Math.max(0, ...deliveries.map(({ state, heldUntil }) => (state === 'queued' && heldUntil !== null ? Date.parse(heldUntil) : 0)));
  const left = () => Math.max(0, Math.ceil((until - Date.now()) / 1000));
  const [, setTick] = useState(0);
  useEffect(() => {
    if (until <= Date.now()) return;
    const timer = setInterval(() => {
      setTick((tick) => tick + 1);
      if (until <= Date.now()) clearInterval(timer);
    }, 250);
    return () => clearInterval(timer);
  }, [until]);
  return left();
}
