import type { Order } from '@backdesk/contract/order/schema.ts';

/** What ships and how much of it: what a shipping method hangs on besides the address (design "Checkout"). */
function shipped(order: Order): string {
  return order.lines
    .filter((line) => line.ships && (!line.optional || line.chosen))
    .map((line) => `${line.id}=${line.quantity}`)
    .toSorted()
    .join(',');
}

/**
 * A change of what ships makes the chosen method stale before the server says so: its old price is never shown as current.
 * Changing it back heals it.
 */
export function withStaleMethod(order: Order, confirmed: Order): Order {
  const before = confirmed.shipping.shipments;
  const isAsBefore = order.shipping.shipments.every(
    (shipment, at) => shipment.method?.rateId === before[at]?.method?.rateId && shipment.method?.amount.amount === before[at]?.method?.amount.amount,
  );
  const was = shipped(confirmed);
  const now = shipped(order);
  if (was === now || !isAsBefore || !order.shipping.shipments.some((shipment) => shipment.method !== null && shipment.amount !== null)) return order;
  return {
    ...order,
    shipping: { shipments: order.shipping.shipments.map((shipment) => (shipment.method === null ? shipment : { ...shipment, amount: null })) },
    checkout: {
      steps: order.checkout.steps.map((step) =>
        step.name === 'shipping-method' && step.state === 'done' ? { ...step, state: 'stale' as const, reasons: [{ input: 'quantity', was, now }] } : step,
      ),
    },
  };
}
