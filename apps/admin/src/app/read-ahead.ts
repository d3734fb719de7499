import type { QueryClient } from '@tanstack/react-query';
import { orderQuery } from '../lib/order-query.ts';
import { sessionQuery } from '../lib/session.tsx';
import { CheckoutPage, DraftPage } from './order-pages.ts';
import type { DeskRouter } from './router.tsx';

/**
 * Who is signed in, the order that the first address names, and its page's script are asked for at once, before anything is drawn. Who is not
 * signed in is told so by either answer.
 */
export function readAhead(router: DeskRouter, queryClient: QueryClient): void {
  const matches = router.matchRoutes(router.latestLocation);
  if (!matches.some(({ routeId }) => routeId === '/desk')) return;
  void queryClient.prefetchQuery(sessionQuery());
  const page = matches.at(-1);
  if (page?.routeId !== '/desk/orders/$orderId' && page?.routeId !== '/desk/orders/$orderId/checkout/$step') return;
  void queryClient.prefetchQuery(orderQuery(page.params.orderId));
  void (page.routeId === '/desk/orders/$orderId' ? DraftPage : CheckoutPage).preload?.();
}
