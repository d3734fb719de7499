import type { Shippable } from '@backdesk/domain/fulfilment/open-to-ship.ts';
import type { Stage } from '@backdesk/domain/order/types.ts';
import type { OrderRecord } from './order-record.ts';

/** The order as far as shipping goes. */
export function shippableOf({ stage, lines, shipments, fulfilments }: OrderRecord): Shippable & { readonly stage: Stage } {
  return {
    stage,
    lines: lines.map(({ id, ships, quantity, optional, chosen }) => ({ id, ships, quantity, isCounted: !optional || chosen })),
    shipments,
    fulfilments,
  };
}
