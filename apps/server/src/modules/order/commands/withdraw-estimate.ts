import type { CommandContext } from '../../context.ts';
import { closeRevision } from '../../estimate/commands/close-revision.ts';
import { advance } from '../advance.ts';
import type { OrderRecord } from '../order-record.ts';
import { getOrderRecord } from '../queries/get-order.ts';
import { refreshPrices } from '../refresh-prices.ts';
import { loadOrderForUpdate } from '../store/load-order.ts';
import { saveOrder } from '../store/save-order.ts';
import { withTermsOfNow } from '../terms-of.ts';
import { assertOpen, getRevision } from './send-estimate.ts';

/** Takes the open estimate back: the order is a draft at today's prices, the page stays readable and says so. */
export async function withdrawEstimate(context: CommandContext, orderId: string, revision: number): Promise<OrderRecord> {
  const loaded = await loadOrderForUpdate(context, orderId);
  const before = loaded.record;
  assertOpen(getRevision(before, revision));
  const stage = advance(before, 'withdraw');
  await closeRevision(context, orderId, 'withdrawn');
  const { record, events } = await refreshPrices(context, withTermsOfNow(withoutPromise(before, 'withdrawn')));
  await saveOrder(context, loaded, { ...record, stage }, [
    { type: 'estimate.withdrawn', data: { revision } },
    { type: 'order.stage_changed', data: { from: before.stage, to: stage } },
    ...events,
  ]);
  return getOrderRecord(context.tx, context.scope, orderId);
}

/** The record once its newest revision has ended this way: no lock holds its prices any more. */
export function withoutPromise(order: OrderRecord, status: 'withdrawn' | 'superseded'): OrderRecord {
  if (order.estimate === null) return order;
  const { revision } = order.estimate;
  const revisions = order.revisions.map((known) => (known.revision === revision ? { ...known, status } : known));
  return { ...order, estimate: { ...order.estimate, status }, revisions };
}
