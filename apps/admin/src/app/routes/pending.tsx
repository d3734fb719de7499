import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readListSearch } from '../../lib/list-search.ts';
import { deskRoute } from '../desk-route.tsx';

export const pendingRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/orders/pending',
  validateSearch: readListSearch,
  component: PendingRoute,
});

const PendingListingPage = lazyRouteComponent(() => import('../../features/submitted/pending-listing-page.tsx'), 'PendingListingPage');

function PendingRoute() {
  return <PendingListingPage search={pendingRoute.useSearch()} />;
}
