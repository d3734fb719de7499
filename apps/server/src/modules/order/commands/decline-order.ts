import type { decideApproval } from '@backdesk/contract/order/after-submission.ts';
import type { z } from 'zod';
import type { CommandContext } from '../../context.ts';
import { releaseDiscounts } from '../../discount/commands/use-discounts.ts';
import { advance } from '../advance.ts';
import type { OrderRecord } from '../order-record.ts';
import { getOrderRecord } from '../queries/get-order.ts';
import { loadOrderForUpdate } from '../store/load-order.ts';
import { saveOrder } from '../store/save-order.ts';
import { releaseStock } from '../store/stock.ts';
import { mailNews } from './mail-news.ts';
import { orderMailAddress } from './order-mail-address.ts';

/** Sends back an order that waits for approval: what it held of stock and of discounts is free again, once. */
export async function declineOrder(context: CommandContext, orderId: string, { reason, notify }: z.output<typeof decideApproval>): Promise<OrderRecord> {
  const loaded = await loadOrderForUpdate(context, orderId);
  const stage = advance(loaded.record, 'decline');
  await releaseStock(context, orderId);
  await releaseDiscounts(context, orderId);
  const toldTo = notify ? await orderMailAddress(context, loaded.record) : null;
  await saveOrder(context, loaded, { ...loaded.record, stage }, [{ type: 'order.declined', data: { reason, toldTo: toldTo ?? '' } }]);
  const declined = await getOrderRecord(context.tx, context.scope, orderId);
  if (toldTo !== null) await mailNews(context, declined, { news: 'order_declined', to: toldTo, reason });
  return declined;
}
