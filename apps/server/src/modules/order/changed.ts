import type { CommandContext } from '../context.ts';
import type { Amended } from './amend-order.ts';
import { presentChange } from './presenter/present-order.ts';

/** Where an order is read again. */
export const orderPath = (id: string) => `/api/v1/orders/${id}`;

/** The answer of a write on an order; one too long to be kept for a replay is read again where the order is. */
export async function changed(context: CommandContext, orderId: string, amended: Promise<Amended>) {
  context.rereadAt(orderPath(orderId));
  return presentChange(await amended, context);
}
