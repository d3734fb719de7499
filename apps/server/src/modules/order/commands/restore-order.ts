import type { CommandContext } from '../../context.ts';
import { takeDiscountsAgain } from '../../discount/commands/use-discounts.ts';
import { Problem } from '../../problem.ts';
import type { OrderRecord } from '../order-record.ts';
import { getOrderRecord } from '../queries/get-order.ts';
import { loadOrderForUpdate } from '../store/load-order.ts';
import { findDeletedAt, markDeleted } from '../store/mark-deleted.ts';
import { saveOrder } from '../store/save-order.ts';
import { reserveAgain } from '../store/stock.ts';

const keptDays = 30;

/** Brings a deleted order back within 30 days, as it was; what a submitted one had sold is reserved again, come what may. */
export async function restoreOrder(context: CommandContext, orderId: string): Promise<OrderRecord> {
  const loaded = await loadOrderForUpdate(context, orderId, { deleted: true });
  const deletedAt = await findDeletedAt(context, orderId);
  const isOver = deletedAt === null || context.now.getTime() - deletedAt.getTime() > keptDays * 24 * 3600 * 1000;
  if (isOver) throw new Problem('not_found');
  await saveOrder(context, loaded, loaded.record, [{ type: 'order.restored', data: {} }]);
  if (['pending', 'submitted'].includes(loaded.record.stage)) {
    await reserveAgain(context, orderId);
    await takeDiscountsAgain(context, orderId);
  }
  await markDeleted(context, orderId, null);
  return getOrderRecord(context.tx, context.scope, orderId);
}
