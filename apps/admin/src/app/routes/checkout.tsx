import { createRoute } from '@tanstack/react-router';
import { deskRoute } from '../desk-route.tsx';
import { CheckoutPage } from '../order-pages.ts';

export const checkoutRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/orders/$orderId/checkout/$step',
  loader: () => CheckoutPage.preload?.(),
  component: CheckoutRoute,
});

function CheckoutRoute() {
  const { orderId, step } = checkoutRoute.useParams();
  return <CheckoutPage key={orderId} orderId={orderId} step={step} />;
}
