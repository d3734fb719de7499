// Figures and steps hang on each other: a rate may go by the items total, and a charge that no longer holds leaves the sums.
import type { Order } from '@backdesk/contract/order/schema.ts';
import type { CheckoutFacts } from '@backdesk/domain/order/checkout-facts.ts';
import { repriced } from './repriced.ts';
import { sameJson } from './same-json.ts';
import { withCheckout } from './with-checkout.ts';

/** The order with its figures worked out and its steps judged by them. `before` is what was shown last, as in `repriced`. */
export function judged(order: Order, completed: CheckoutFacts['completed'], before: Order | null): Order {
  const priced = repriced(withCheckout(order, completed), before);
  // What a step asks of the sums: the items total where a rate goes by it, and whether there is anything to pay.
  const isSame = priced.totals.items.amount === order.totals.items.amount && (priced.totals.total.amount === 0) === (order.totals.total.amount === 0);
  if (isSame) return priced;
  const again = withCheckout(priced, completed);
  return sameJson(again.shipping, priced.shipping) ? again : repriced(again, before);
}
