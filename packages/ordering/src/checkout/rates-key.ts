import type { Order } from '@backdesk/contract/order/order.ts';
import { linesToShip } from './lines-to-ship.ts';

/** Shipments that go by a rate. */
export function shipmentsSent({ shipping: { shipments } }: Order): Order['shipping']['shipments'] {
  return shipments.filter((shipment) => shipment.kind === 'ship' && shipment.lines?.length !== 0);
}

/** What an order's rates are kept under: they hang on where it goes, what ships and what it costs, not on every version of the order. */
export function ratesKey(order: Order) {
  return [
    'order',
    order.id,
    'rates',
    shipmentsSent(order).map(({ id, address, lines }) => [id, address, lines]),
    linesToShip(order).map((line) => `${line.id}=${line.quantity}`),
    order.totals.items.amount,
  ] as const;
}
