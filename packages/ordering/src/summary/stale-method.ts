import type { CheckoutStepJson, Order } from '@backdesk/contract/order/schema.ts';
import { staleReason } from '../checkout/stale-reason.ts';

export type StaleMethod = { readonly was: { amount: number; currency: string }; readonly reason: string; readonly step: CheckoutStepJson };

/** The shipping method that no longer holds: what it cost, and why it must be looked at again. */
export function staleMethodOf(order: Order): StaleMethod | null {
  const step = order.checkout.steps.find((found) => found.name === 'shipping-method');
  const method = order.shipping.shipments.find((shipment) => shipment.method !== null && shipment.amount === null)?.method;
  if (method === undefined || method === null) return null;
  const reason = step?.reasons.at(0);
  return step === undefined ? null : { was: method.amount, reason: reason === undefined ? '' : staleReason(reason), step };
}
