import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { SubmittedSearch, SubmittedTab } from '../../features/submitted/orders-query.ts';
import { readListSearch } from '../../lib/list-search.ts';
import { deskRoute } from '../desk-route.tsx';

export const submittedRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/orders/submitted',
  validateSearch: (search: Record<string, unknown>): SubmittedSearch => ({ ...readListSearch(search), ...(isTab(search.tab) && { tab: search.tab }) }),
  loader: () => OrdersListingPage.preload?.(),
  component: SubmittedRoute,
});

const OrdersListingPage = lazyRouteComponent(() => import('../../features/submitted/orders-listing-page.tsx'), 'OrdersListingPage');

function SubmittedRoute() {
  return <OrdersListingPage listing="submitted" search={submittedRoute.useSearch()} />;
}

const isTab = (value: unknown): value is SubmittedTab => value === 'to-ship' || value === 'shipped' || value === 'canceled';
