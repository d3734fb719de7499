import type { cancelOrder as cancelOrderSchema } from '@backdesk/contract/order/after-submission.ts';
import { cancelOrder as decide } from '@backdesk/domain/order/cancel.ts';
import type { z } from 'zod';
import type { CommandContext } from '../../context.ts';
import { releaseDiscounts } from '../../discount/commands/use-discounts.ts';
import { Refused } from '../../problem.ts';
import type { OrderRecord } from '../order-record.ts';
import { getOrderRecord } from '../queries/get-order.ts';
import { shippableOf } from '../shippable-of.ts';
import { loadOrderForUpdate } from '../store/load-order.ts';
import { saveOrder } from '../store/save-order.ts';
import { releaseStock } from '../store/stock.ts';
import { mailNews } from './mail-news.ts';
import { orderMailAddress } from './order-mail-address.ts';

/**
 * Calls a submitted order off, while nothing of it has left: what it held of stock and of discounts is free again, once, and the
 * customer is told. Of two at once the second finds it canceled.
 */
export async function cancelOrder(context: CommandContext, orderId: string, { reason, notify }: z.output<typeof cancelOrderSchema>): Promise<OrderRecord> {
  const loaded = await loadOrderForUpdate(context, orderId);
  const decided = decide(shippableOf(loaded.record));
  if (!decided.ok) throw new Refused([decided.reason]);
  await releaseStock(context, orderId);
  await releaseDiscounts(context, orderId);
  const toldTo = notify ? await orderMailAddress(context, loaded.record) : null;
  await saveOrder(context, loaded, { ...loaded.record, stage: decided.value }, [{ type: 'order.canceled', data: { reason, toldTo: toldTo ?? '' } }]);
  const canceled = await getOrderRecord(context.tx, context.scope, orderId);
  if (toldTo !== null) await mailNews(context, canceled, { news: 'order_canceled', to: toldTo, reason });
  return canceled;
}
