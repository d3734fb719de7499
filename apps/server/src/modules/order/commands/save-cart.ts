import type { OrderEvent } from '@backdesk/domain/order/events.ts';
import type { CommandContext } from '../../context.ts';
import { Refused } from '../../problem.ts';
import { advance } from '../advance.ts';
import type { OrderRecord } from '../order-record.ts';
import { loadOrderForUpdate } from '../store/load-order.ts';
import { saveOrder } from '../store/save-order.ts';
import { takeNumber } from '../take-number.ts';

/** Puts a cart aside as a saved cart, under this name ('' for none); both sides see it from then on. An empty one is refused. */
export async function saveCart(context: CommandContext, orderId: string, name: string): Promise<OrderRecord> {
  const loaded = await loadOrderForUpdate(context, orderId);
  const before = loaded.record;
  const stage = advance(before, 'save_cart');
  if (before.lines.length === 0) throw new Refused([{ code: 'order.no_lines' }]);
  const renamed: readonly OrderEvent[] = name === before.name ? [] : [{ type: 'order.renamed', data: { from: before.name, to: name } }];
  const record = { ...before, stage, name, number: await takeNumber(context, before) };
  return saveOrder(context, loaded, record, [...renamed, { type: 'order.stage_changed', data: { from: before.stage, to: stage } }]);
}
