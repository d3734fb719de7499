import { lazyRouteComponent } from '@tanstack/react-router';

// The pages that an order goes through, in its order.

export const NewDraftPage = lazyRouteComponent(() => import('../features/new-draft/new-draft-page.tsx'), 'NewDraftPage');
export const DraftPage = lazyRouteComponent(() => import('../features/draft/draft-page.tsx'), 'DraftPage');
export const CheckoutPage = lazyRouteComponent(() => import('../features/checkout/checkout-page.tsx'), 'CheckoutPage');
export const SubmittedOrderPage = lazyRouteComponent(() => import('../features/submitted/submitted-order-page.tsx'), 'SubmittedOrderPage');

/** Loads their scripts one after the other, for the time when nobody waits for anything: none of them has to be waited for afterwards. */
export async function loadOrderPages(): Promise<void> {
  for (const page of [NewDraftPage, DraftPage, CheckoutPage, SubmittedOrderPage]) await page.preload?.();
}
