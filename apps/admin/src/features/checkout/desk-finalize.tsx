import { useCheckout } from '@backdesk/ordering/checkout/checkout-face.ts';
import { FinalizeStep, type Submission } from '@backdesk/ordering/checkout/finalize-step.tsx';
import type { OrderEditor } from '@backdesk/ordering/editing/order-editor.ts';
import { useToast } from '@backdesk/ui/feedback/toast.tsx';
import { useQueryClient } from '@tanstack/react-query';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { t as head } from '../../components/order-head/texts.ts';
import { api, together } from '../../lib/api.ts';
import { firstPage, historyQuery, orderHistoryLimit } from '../../lib/order-history-queries.ts';
import { orderQuery } from '../../lib/order-query.ts';
import { sentenceOf } from '../../lib/problem.ts';
import { t } from './texts.ts';

/** The last step at the desk: the order stays to be seen as it was submitted. */
export function DeskFinalize({ editor }: { editor: OrderEditor }) {
  const { order } = useCheckout();
  const navigate = useNavigate();
  const toast = useToast();
  const queryClient = useQueryClient();

  async function submit({ idempotencyKey, ...body }: Submission) {
    const params = { id: order.id };
    const sent = together((client) => ({
      submitted: client.submitOrder({ params, body }, { idempotencyKey }),
      // The page that it opens shows it.
      history: client.getHistory({ params, query: { limit: orderHistoryLimit } }).catch(() => null),
    }));
    const submitted = await editor.during(async () => {
      const [answer, history] = await Promise.all([sent.submitted, sent.history]);
      if (history !== null) queryClient.setQueryData(historyQuery(order.id).queryKey, firstPage(history));
      editor.receive(answer);
      return answer;
    });
    queryClient.setQueryData(orderQuery(order.id).queryKey, submitted);
    // Of the figures in view only what is waiting for approval can have moved by it; the lists are read anew where they are opened.
    void queryClient.invalidateQueries({ queryKey: ['orders'], refetchType: submitted.stage === 'pending' ? 'active' : 'none' });
    await navigate({ to: '/orders/$orderId', params: { orderId: order.id } });
    toast.show({ message: submitted.stage === 'pending' ? t.pending(head.title(submitted)) : t.submitted(head.title(submitted)) });
  }
  async function reload() {
    const fresh = await api.getOrder({ params: { id: order.id } }).catch(() => null);
    if (fresh !== null) editor.receive(fresh);
  }
  const filledIn = useLocation({ select: ({ state }) => state.filledIn });
  // The page that a browser goes back to may tell of answers that were changed since.
  const filled = filledIn?.version === order.version ? filledIn.parts : [];
  return <FinalizeStep filled={filled} seenTotal={() => editor.getState().confirmed.totals.total} submit={submit} reload={reload} sentenceOf={sentenceOf} />;
}
