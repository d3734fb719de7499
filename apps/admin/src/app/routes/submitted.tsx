import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readListSearch } from '../../lib/list-search.ts';
import { deskRoute } from '../desk-route.tsx';

export const submittedRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/orders/submitted',
  validateSearch: readListSearch,
  component: SubmittedRoute,
});

const OrdersListingPage = lazyRouteComponent(() => import('../../features/submitted/orders-listing-page.tsx'), 'OrdersListingPage');

function SubmittedRoute() {
  return <OrdersListingPage listing="submitted" search={submittedRoute.useSearch()} />;
}
