import type { decideApproval } from '@backdesk/contract/order/after-submission.ts';
import type { z } from 'zod';
import type { CommandContext } from '../../context.ts';
import { advance } from '../advance.ts';
import type { OrderRecord } from '../order-record.ts';
import { getOrderRecord } from '../queries/get-order.ts';
import { loadOrderForUpdate } from '../store/load-order.ts';
import { saveOrder } from '../store/save-order.ts';
import { mailNews } from './mail-news.ts';
import { orderMailAddress } from './order-mail-address.ts';

/** Lets through an order that waits: it is submitted as it was handed in, at its prices and with what it reserved then. */
export async function approveOrder(context: CommandContext, orderId: string, { reason, notify }: z.output<typeof decideApproval>): Promise<OrderRecord> {
  const loaded = await loadOrderForUpdate(context, orderId);
  const stage = advance(loaded.record, 'approve');
  const toldTo = notify ? await orderMailAddress(context, loaded.record) : null;
  await saveOrder(context, loaded, { ...loaded.record, stage }, [{ type: 'order.approved', data: { reason, toldTo: toldTo ?? '' } }]);
  const approved = await getOrderRecord(context.tx, context.scope, orderId);
  if (toldTo !== null) await mailNews(context, approved, { news: 'order_approved', to: toldTo, reason });
  return approved;
}
