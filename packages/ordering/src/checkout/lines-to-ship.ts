import type { OrderLine } from '@backdesk/contract/order/lines.ts';
import type { Order } from '@backdesk/contract/order/order.ts';

/** By itself, so that whoever only asks for rates does not bring the address formats of all countries along. */
export function linesToShip({ lines }: Pick<Order, 'lines'>): readonly OrderLine[] {
  return lines.filter((line) => line.ships && (!line.optional || line.chosen));
}
