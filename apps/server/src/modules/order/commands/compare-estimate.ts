import type { CommandContext } from '../../context.ts';
import { noteComparison } from '../../estimate/commands/note-comparison.ts';
import { Problem } from '../../problem.ts';
import { findPromise } from '../accepted-promise.ts';
import type { OrderRecord } from '../order-record.ts';
import { getOrderRecord } from '../queries/get-order.ts';
import { totalToday } from './total-today.ts';

/**
 * Works out what the promise of an estimate would come to at the prices of now, as if nothing held it, and notes it: the work
 * queue shows those where it is another. The order and its version stay as they are.
 */
export async function compareEstimate(context: CommandContext, orderId: string): Promise<void> {
  const order = await findOrder(context, orderId);
  if (order === undefined || order.stage !== 'estimate' || order.estimate === null) return;
  const { revision, status } = order.estimate;
  if (status === 'declined') return;
  const promised = await findPromise(context, order);
  if (promised === undefined) return;
  await noteComparison(context, orderId, { revision, status, today: await totalToday(context, promised) });
}

async function findOrder({ tx, scope }: CommandContext, orderId: string): Promise<OrderRecord | undefined> {
  try {
    return await getOrderRecord(tx, scope, orderId);
  } catch (error) {
    if (error instanceof Problem && error.code === 'not_found') return undefined;
    throw error;
  }
}
