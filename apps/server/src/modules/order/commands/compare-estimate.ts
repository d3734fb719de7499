import type { CommandContext } from '../../context.ts';
import { noteComparison } from '../../estimate/commands/note-comparison.ts';
import { BrokenSeal } from '../../estimate/commands/read-revision.ts';
import { Problem } from '../../problem.ts';
import { acceptedOrder } from '../accepted-order.ts';
import { findAcceptedOrder } from '../accepted-promise.ts';
import { frozenContent } from '../decidable-revision.ts';
import type { OrderRecord } from '../order-record.ts';
import { getOrderRecord } from '../queries/get-order.ts';
import { refreshPrices } from '../refresh-prices.ts';
import { withoutPromise } from './withdraw-estimate.ts';

/**
 * Works out what the promise of an estimate would come to at the prices of now, as if nothing held it, and notes it: the work
 * queue shows those where it is another. The order and its version stay as they are.
 */
export async function compareEstimate(context: CommandContext, orderId: string): Promise<void> {
  const order = await findOrder(context, orderId);
  if (order === undefined || order.stage !== 'estimate' || order.estimate === null) return;
  const { revision, status } = order.estimate;
  if (status === 'declined') return;
  const promised = await findPromise(context, order, revision);
  if (promised === undefined) return;
  const { record } = await refreshPrices(context, withoutPromise(promised, 'withdrawn'));
  await noteComparison(context, orderId, { revision, status, todayAmount: record.pricing.totals.total });
}

const asFrozen = { lines: [], leftOut: [] };

/** undefined: what was kept was changed since, which verifying tells. The others that are compared must not wait for it. */
async function findPromise(context: CommandContext, order: OrderRecord, revision: number): Promise<OrderRecord | undefined> {
  try {
    const accepted = await findAcceptedOrder(context, order);
    return accepted ?? acceptedOrder(order, await frozenContent(context, order.id, revision), asFrozen, context.now);
  } catch (error) {
    if (error instanceof BrokenSeal) return undefined;
    throw error;
  }
}

async function findOrder({ tx, scope }: CommandContext, orderId: string): Promise<OrderRecord | undefined> {
  try {
    return await getOrderRecord(tx, scope, orderId);
  } catch (error) {
    if (error instanceof Problem && error.code === 'not_found') return undefined;
    throw error;
  }
}
