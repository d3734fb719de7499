import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readListSearch } from '../../lib/list-search.ts';
import { deskRoute } from '../desk-route.tsx';

export const pendingRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/orders/pending',
  validateSearch: readListSearch,
  loader: () => OrdersListingPage.preload?.(),
  component: PendingRoute,
});

const OrdersListingPage = lazyRouteComponent(() => import('../../features/submitted/orders-listing-page.tsx'), 'OrdersListingPage');

function PendingRoute() {
  return <OrdersListingPage listing="pending" search={pendingRoute.useSearch()} />;
}
