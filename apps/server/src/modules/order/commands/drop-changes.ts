import type { CommandContext } from '../../context.ts';
import { Refused } from '../../problem.ts';
import { isAnotherPromise } from '../accepted-order.ts';
import { acceptedRevision, findAcceptedOrder } from '../accepted-promise.ts';
import type { OrderRecord } from '../order-record.ts';
import { assertEditable } from '../policy.ts';
import { getOrderRecord } from '../queries/get-order.ts';
import { loadOrderForUpdate } from '../store/load-order.ts';
import { saveOrder } from '../store/save-order.ts';
import { getRevision } from './send-estimate.ts';

/** Takes the working copy back to what the customer accepted; what staff changed since is gone, but for notes and what was open. */
export async function dropChanges(context: CommandContext, orderId: string, revision: number): Promise<OrderRecord> {
  const loaded = await loadOrderForUpdate(context, orderId);
  const { record } = loaded;
  assertEditable(record);
  const { status } = getRevision(record, revision);
  const promised = await findAcceptedOrder(context, record);
  if (promised === undefined || acceptedRevision(record)?.revision !== revision)
    throw new Refused([{ code: 'estimate.not_open', detail: { revision, status, expired: false } }]);
  if (isAnotherPromise(record, promised)) await saveOrder(context, loaded, promised, [{ type: 'estimate.changes_dropped', data: { revision } }]);
  return getOrderRecord(context.tx, context.scope, orderId);
}
