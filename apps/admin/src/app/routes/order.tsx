import type { Order } from '@backdesk/contract/order/order.ts';
import { SkeletonPage } from '@backdesk/ui/feedback/skeleton.tsx';
import { useQuery } from '@tanstack/react-query';
import { createRoute } from '@tanstack/react-router';
import { NotFound } from '../../components/not-found.tsx';
import { orderQuery } from '../../lib/order-query.ts';
import { isNotFound } from '../../lib/problem.ts';
import { deskRoute } from '../desk-route.tsx';
import { DraftPage, SubmittedOrderPage } from '../order-pages.ts';
import { t } from '../shell/texts.ts';

export const orderRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/orders/$orderId',
  loader: async ({ context: { queryClient }, params: { orderId } }) => {
    const query = orderQuery(orderId);
    const reading = queryClient.prefetchQuery(query);
    // What is known of it is shown, and read anew behind that.
    if (queryClient.getQueryData(query.queryKey) === undefined) await Promise.all([reading, DraftPage.preload?.()]);
    const order = queryClient.getQueryData(query.queryKey);
    if (order !== undefined) await pageOf(order).preload?.();
  },
  component: OrderRoute,
});

/** What may still be edited opens as a draft; what was submitted (or waits for approval) as a page to read. */
const editable: readonly string[] = ['cart', 'draft', 'estimate', 'saved_cart'];

const pageOf = ({ stage }: Order) => (editable.includes(stage) ? DraftPage : SubmittedOrderPage);

function OrderRoute() {
  const { orderId } = orderRoute.useParams();
  const order = useQuery(orderQuery(orderId));
  if (order.isError && isNotFound(order.error)) return <NotFound />;
  if (order.isError && !order.data) throw order.error;
  if (!order.data) return <SkeletonPage label={t.loading()} />;
  const Page = pageOf(order.data);
  return <Page key={orderId} orderId={orderId} />;
}
