import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readListSearch } from '../../lib/list-search.ts';
import { deskRoute } from '../desk-route.tsx';

export const submittedRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/orders/submitted',
  validateSearch: readListSearch,
  component: SubmittedRoute,
});

const SubmittedListingPage = lazyRouteComponent(() => import('../../features/submitted/submitted-listing-page.tsx'), 'SubmittedListingPage');

function SubmittedRoute() {
  return <SubmittedListingPage search={submittedRoute.useSearch()} />;
}
