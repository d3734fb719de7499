import type { CheckoutStepJson } from '@backdesk/contract/order/checkout.ts';
import type { Order } from '@backdesk/contract/order/order.ts';

export type StaleMethod = { readonly was: { amount: number; currency: string }; readonly name: string; readonly step: CheckoutStepJson };

/** The shipping method that no longer holds: what it cost, and the step that says why. */
export function staleMethodOf(order: Order): StaleMethod | null {
  const step = order.checkout.steps.find((found) => found.name === 'shipping-method');
  if (step?.state !== 'stale') return null;
  const meant = step.offer?.shipmentId ?? step.reasons.at(0)?.shipmentId;
  const shipments = order.shipping.shipments.filter((shipment) => shipment.method !== null);
  const method = (shipments.find((shipment) => shipment.id === meant) ?? shipments.at(0))?.method;
  return method ? { was: method.amount, name: method.name, step } : null;
}
