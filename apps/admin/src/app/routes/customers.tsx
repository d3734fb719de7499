import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readCustomersSearch } from '../../lib/customers-search.ts';
import { deskRoute } from '../desk-route.tsx';

export const customersRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/customers',
  validateSearch: readCustomersSearch,
  loader: () => CustomersListingPage.preload?.(),
  component: CustomersRoute,
});

const CustomersListingPage = lazyRouteComponent(() => import('../../features/customers/customers-listing-page.tsx'), 'CustomersListingPage');

function CustomersRoute() {
  return <CustomersListingPage search={customersRoute.useSearch()} />;
}
