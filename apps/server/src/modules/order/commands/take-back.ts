import type { CommandContext } from '../../context.ts';
import { advance } from '../advance.ts';
import type { OrderRecord } from '../order-record.ts';
import { loadOrderForUpdate } from '../store/load-order.ts';
import { saveOrder } from '../store/save-order.ts';

/** A saved cart becomes a draft of staff's again. */
export async function takeBack(context: CommandContext, orderId: string): Promise<OrderRecord> {
  const loaded = await loadOrderForUpdate(context, orderId);
  const stage = advance(loaded.record, 'take_back');
  return saveOrder(context, loaded, { ...loaded.record, stage }, [{ type: 'order.stage_changed', data: { from: loaded.record.stage, to: stage } }]);
}
