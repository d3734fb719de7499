import { SkeletonPage } from '@backdesk/ui/feedback/skeleton.tsx';
import { useQuery } from '@tanstack/react-query';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { orderQuery } from '../../lib/order-query.ts';
import { isNotFound } from '../../lib/problem.ts';
import { deskRoute } from '../desk-route.tsx';
import { NotFound } from '../shell/not-found.tsx';
import { t } from '../shell/texts.ts';

export const orderRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/orders/$orderId',
  loader: ({ context, params }) => void context.queryClient.prefetchQuery(orderQuery(params.orderId)),
  component: OrderRoute,
});

const DraftPage = lazyRouteComponent(() => import('../../features/draft/draft-page.tsx'), 'DraftPage');
const SubmittedOrderPage = lazyRouteComponent(() => import('../../features/submitted/submitted-order-page.tsx'), 'SubmittedOrderPage');

/** What may still be edited opens as a draft; what was submitted (or waits for approval) as a page to read. */
const editable: readonly string[] = ['cart', 'draft', 'estimate', 'saved_cart'];

function OrderRoute() {
  const { orderId } = orderRoute.useParams();
  const order = useQuery(orderQuery(orderId));
  if (order.isError && isNotFound(order.error)) return <NotFound />;
  if (order.isError && !order.data) throw order.error;
  if (!order.data) return <SkeletonPage label={t.loading()} />;
  return editable.includes(order.data.stage) ? <DraftPage key={orderId} orderId={orderId} /> : <SubmittedOrderPage key={orderId} orderId={orderId} />;
}
