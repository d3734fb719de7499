import { Button } from '@backdesk/ui/actions/button.tsx';
import { SkeletonPage } from '@backdesk/ui/feedback/skeleton.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { LoadFailed } from '../../components/load-failed.tsx';
import { ReadingMeta, ReadingPage } from '../../components/order-reading/reading-page.tsx';
import { ReadingSums } from '../../components/order-reading/reading-sums.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { RepeatDialog } from '../../components/repeat-order/repeat-dialog.tsx';
import { t as repeat } from '../../components/repeat-order/texts.ts';
import { StageDot, stageWord } from '../../components/stage.tsx';
import { orderQuery } from '../../lib/order-query.ts';
import { useMay } from '../../lib/session.tsx';
import { FulfilmentsPanel } from './fulfilments-panel.tsx';
import { OrderEnding } from './order-ending.tsx';
import { OrderFacts } from './order-facts.tsx';
import { OrderFields } from './order-fields.tsx';
import { OrderHistory } from './order-history.tsx';
import { OrderLines } from './order-lines.tsx';
import { OrderParties } from './order-parties.tsx';
import { OrderWays } from './order-ways.tsx';
import { t } from './texts.ts';

/** An order after submission, to read: what, for whom, where to, how paid, and what happened. */
export function SubmittedOrderPage({ orderId }: { orderId: string }) {
  const { dateTime } = useFormat();
  const mayRepeat = useMay('order:write');
  const [isRepeating, setRepeating] = useState(false);
  const query = useQuery(orderQuery(orderId));
  const order = query.data;
  if (query.isError && !order) return <LoadFailed isPage error={query.error} onRetry={() => void query.refetch()} />;
  if (!order) return <SkeletonPage label={t.loading()} />;
  const number = order.orderNumber ?? String(order.number ?? '');
  const isOrder = order.stage === 'submitted' || order.stage === 'canceled';
  const title = isOrder ? t.order(number) : `${stageWord(order.stage)} ${number}`;
  const back = isOrder ? ({ label: t.submittedTitle(), to: '/orders/submitted' } as const) : ({ label: t.pendingTitle(), to: '/orders/pending' } as const);
  return (
    <ReadingPage
      railLabel={t.totalWord()}
      rail={
        <>
          <ReadingSums
            totals={order.totals}
            priceMode={order.priceMode}
            lineCount={order.lines.length}
            deposit={order.deposit}
            amountDue={order.totals.amountDue}
          />
          <OrderFacts order={order} />
          <OrderWays order={order} title={t.order(number)} />
        </>
      }
    >
      <PageHead
        title={title}
        aside={order.name ? <bdi>{order.name}</bdi> : undefined}
        back={back}
        actions={
          <span className="row small soft">
            <StageDot stage={order.stage} />
            {order.submittedAt && <span className="nowrap">{dateTime(order.submittedAt)}</span>}
            {mayRepeat && (
              <Button size="small" icon="copy" onClick={() => setRepeating(true)}>
                {repeat.open()}
              </Button>
            )}
          </span>
        }
      />
      <ReadingMeta>
        {order.company && (
          <b>
            <bdi>{order.company.name}</bdi>
          </b>
        )}
        {order.customer && <bdi>{[order.customer.name, order.customer.email, order.customer.phone].filter(Boolean).join(' · ')}</bdi>}
      </ReadingMeta>
      <OrderEnding order={order} />
      <OrderLines order={order} />
      <FulfilmentsPanel order={order} />
      <OrderParties order={order} />
      <OrderFields order={order} />
      <OrderHistory orderId={orderId} />
      {isRepeating && <RepeatDialog order={order} title={title} onClose={() => setRepeating(false)} />}
    </ReadingPage>
  );
}
