import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { deskRoute } from '../desk-route.tsx';

export const customerRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/customers/$customerId',
  loader: () => CustomerPage.preload?.(),
  component: CustomerRoute,
});

const CustomerPage = lazyRouteComponent(() => import('../../features/customers/customer-page.tsx'), 'CustomerPage');

function CustomerRoute() {
  const { customerId } = customerRoute.useParams();
  return <CustomerPage key={customerId} customerId={customerId} />;
}
