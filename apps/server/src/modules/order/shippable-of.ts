import { type Shippable, shippingLines } from '@backdesk/domain/fulfilment/open-to-ship.ts';
import type { Stage } from '@backdesk/domain/order/types.ts';
import type { OrderRecord } from './order-record.ts';

/** The order as far as shipping goes. */
export function shippableOf({ stage, lines, shipments, fulfilments }: OrderRecord): Shippable & { readonly stage: Stage } {
  return { stage, lines: shippingLines(lines), shipments, fulfilments };
}
