import type { CommandContext } from '../../context.ts';
import { releaseDiscounts } from '../../discount/commands/use-discounts.ts';
import { loadOrderForUpdate } from '../store/load-order.ts';
import { markDeleted } from '../store/mark-deleted.ts';
import { saveOrder } from '../store/save-order.ts';
import { releaseStock } from '../store/stock.ts';

/** Deletes softly, in any stage: reads answer 404 and the estimate's link 410. What it had reserved is free again. */
export async function deleteOrder(context: CommandContext, orderId: string): Promise<void> {
  const loaded = await loadOrderForUpdate(context, orderId);
  await releaseStock(context, orderId);
  await releaseDiscounts(context, orderId);
  await saveOrder(context, loaded, loaded.record, [{ type: 'order.deleted', data: {} }]);
  await markDeleted(context, orderId, context.now);
}
