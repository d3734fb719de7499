// Figures and steps hang on each other: a rate may go by the items total, and a charge that no longer holds leaves the sums.
import type { Order } from '@backdesk/contract/order/order.ts';
import type { CheckoutFacts } from '@backdesk/domain/order/checkout-facts.ts';
import { repriced, type ShownBefore } from './repriced.ts';
import { sameJson } from './same-json.ts';
import { withCheckout } from './with-checkout.ts';

/** The order with its figures worked out and its steps judged by them. `before` and `memory` are what was shown last, as in `repriced`. */
export function judged(order: Order, completed: CheckoutFacts['completed'], before: Order | null, memory?: ShownBefore): Order {
  const priced = repriced(withCheckout(order, completed), before, memory);
  const isFree = priced.totals.total.amount === 0;
  const hasMoved = hangsOnItems(order) && priced.totals.items.amount !== order.totals.items.amount;
  // What a step asks of the sums: the items total where a rate goes by it, and whether there is anything to pay.
  if (!hasMoved && isFree === (order.totals.total.amount === 0)) return priced;
  const again = withCheckout(priced, completed);
  return sameJson(again.shipping, priced.shipping) ? again : repriced(again, before);
}

function hangsOnItems({ shipping: { shipments } }: Order): boolean {
  return shipments.some(({ method }) =>
    [method?.terms, method?.termsNow].some((terms) => terms && (terms.kind === 'by_items' || terms.freeOverAmount !== null)),
  );
}
