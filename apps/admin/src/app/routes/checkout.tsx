import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { deskRoute } from '../desk-route.tsx';

export const checkoutRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/orders/$orderId/checkout/$step',
  component: CheckoutRoute,
});

const CheckoutPage = lazyRouteComponent(() => import('../../features/checkout/checkout-page.tsx'), 'CheckoutPage');

function CheckoutRoute() {
  const { orderId, step } = checkoutRoute.useParams();
  return <CheckoutPage key={orderId} orderId={orderId} step={step} />;
}
