import type { Order, OrderChange } from '@backdesk/contract/order/order.ts';
import type { QueuedOp } from './order-op.ts';

/** Where an order is kept: the desk's API, or the site's for a customer's own cart. */
export type OrderServer = {
  readonly read: () => Promise<Order>;
  /** Sends one op under its own key. Answers the order, or what of it changed. */
  readonly send: (queued: QueuedOp) => Promise<OrderChange | Order>;
  /** Sends several in one request, each under its own key, in order; after one that is refused the others are not done. */
  readonly sendTogether?: (run: readonly QueuedOp[]) => readonly Promise<OrderChange | Order>[];
};
