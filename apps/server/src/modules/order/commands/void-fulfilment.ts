import type { CommandContext } from '../../context.ts';
import { Refused } from '../../problem.ts';
import type { FulfilmentRecord, OrderRecord } from '../order-record.ts';
import { getOrderRecord } from '../queries/get-order.ts';
import { stockMoves } from '../stock-moves.ts';
import { markVoided } from '../store/fulfilments.ts';
import { loadOrderForUpdate } from '../store/load-order.ts';
import { saveOrder } from '../store/save-order.ts';
import { returnStock } from '../store/stock.ts';

/** Takes back what was said to have gone out: its pieces are open again and on hand. Of two at once the second finds it taken back. */
export async function voidFulfilment(context: CommandContext, orderId: string, fulfilmentId: string, reason: string): Promise<OrderRecord> {
  const loaded = await loadOrderForUpdate(context, orderId);
  const before = loaded.record;
  if (before.stage !== 'submitted') throw new Refused([{ code: 'order.not_shippable', detail: { stage: before.stage } }]);
  const fulfilment = getFulfilment(before, fulfilmentId);
  await markVoided(context, orderId, fulfilmentId);
  await returnStock(context, orderId, stockMoves(before, fulfilment));
  const fulfilments = before.fulfilments.map((known) => (known.id === fulfilmentId ? { ...known, isVoided: true } : known));
  const kind = before.shipments.find(({ id }) => id === fulfilment.shipmentId)?.kind ?? 'ship';
  const pieces = fulfilment.lines.reduce((sum, { quantity }) => sum + quantity, 0);
  await saveOrder(context, loaded, { ...before, fulfilments }, [{ type: 'order.shipping_voided', data: { fulfilmentId, kind, pieces, reason } }]);
  return getOrderRecord(context.tx, context.scope, orderId);
}

/** One that counts. Throws `fulfilment.not_found`. */
export function getFulfilment({ fulfilments }: OrderRecord, fulfilmentId: string): FulfilmentRecord {
  const found = fulfilments.find(({ id, isVoided }) => id === fulfilmentId && !isVoided);
  if (found === undefined) throw new Refused([{ code: 'fulfilment.not_found' }]);
  return found;
}
