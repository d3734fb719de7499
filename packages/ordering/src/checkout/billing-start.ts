import type { Address } from '@backdesk/contract/core/primitives.ts';
import type { SavedAddress } from '@backdesk/contract/customer/schema.ts';
import type { Order } from '@backdesk/contract/order/order.ts';
import { isBillingSaid, usualBilling } from '@backdesk/domain/order/usual-checkout.ts';

/** Whether somebody has said where the bill of the order goes. */
export function isBilled({ billing, checkout }: Order, shipsTo: Address | null): boolean {
  return isBillingSaid({ ...billing, isAnswered: checkout.steps.some(({ name, entered }) => name === 'billing' && entered), shipsTo });
}

/** What a form of the billing address begins with: what was said, else what is usual for where it ships to. */
export function billingStart(order: Order, saved: readonly SavedAddress[], shipsTo: Address | null): Order['billing'] {
  return isBilled(order, shipsTo) ? order.billing : (usualBilling(saved, shipsTo) ?? order.billing);
}
