import type { CommandContext } from '../../context.ts';
import { advance } from '../advance.ts';
import type { OrderRecord } from '../order-record.ts';
import { loadOrderForUpdate } from '../store/load-order.ts';
import { saveOrder } from '../store/save-order.ts';

/** Makes a saved cart the customer's cart: lines, agreed prices and checkout as they were left. The cart before must be out of the way. */
export async function activateCart(context: CommandContext, orderId: string): Promise<OrderRecord> {
  const loaded = await loadOrderForUpdate(context, orderId);
  const stage = advance(loaded.record, 'activate');
  return saveOrder(context, loaded, { ...loaded.record, stage }, [{ type: 'order.stage_changed', data: { from: loaded.record.stage, to: stage } }]);
}
