// Whether pieces may go out: never more than was ordered, and only of a submitted order. Decision record 0049.
import type { Refusal } from '../core/refusal.ts';
import { ok, type Result, refuse } from '../core/result.ts';
import type { Stage } from '../order/types.ts';
import { openToShip, type Pieces, type Shippable } from './open-to-ship.ts';

type Wanted = { readonly shipmentId: string; readonly lines: readonly Pieces[] | 'all' };

/**
 * The pieces that go out of one shipment; 'all' is what is still open of it. Refuses what is not there to be shipped
 * (`order.nothing_to_ship`), more than is open (`order.over_shipped`, with what is), and any stage but submitted.
 */
export function piecesToShip(order: Shippable & { readonly stage: Stage }, { shipmentId, lines }: Wanted): Result<readonly Pieces[], Refusal> {
  if (order.stage !== 'submitted') return refuse({ code: 'order.not_shippable', detail: { stage: order.stage } });
  const parts = openToShip(order).filter((part) => part.shipmentId === shipmentId);
  if (lines === 'all') {
    const open = parts.filter((part) => part.open > 0).map(({ lineId, open: quantity }) => ({ lineId, quantity }));
    return open.length === 0 ? refuse({ code: 'order.nothing_to_ship' }) : ok(open);
  }
  const openOf = new Map(parts.map((part) => [part.lineId, part.open]));
  const wanted = new Map<string, number>();
  for (const { lineId, quantity } of lines) wanted.set(lineId, (wanted.get(lineId) ?? 0) + quantity);
  for (const [lineId, quantity] of wanted) {
    const open = openOf.get(lineId) ?? 0;
    if (quantity > open) return refuse({ code: 'order.over_shipped', lineId, detail: { open, quantity } });
  }
  const pieces = [...wanted].filter(([, quantity]) => quantity > 0).map(([lineId, quantity]) => ({ lineId, quantity }));
  return pieces.length === 0 ? refuse({ code: 'order.nothing_to_ship' }) : ok(pieces);
}
