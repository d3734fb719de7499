import type { CommandContext } from '../../context.ts';
import { takeBackSending } from '../../estimate/commands/take-back-sending.ts';
import { Refused } from '../../problem.ts';
import { loadOrderForUpdate } from '../store/load-order.ts';
import { saveOrder } from '../store/save-order.ts';
import { type Issued, issuedRevision } from './issue-estimate.ts';
import { getRevision } from './send-estimate.ts';

/** Takes an estimate back that was sent a moment ago and has not left yet; it stays issued. Refuses when all of it has gone. */
export async function undoSending(context: CommandContext, orderId: string, revision: number): Promise<Issued> {
  const loaded = await loadOrderForUpdate(context, orderId);
  getRevision(loaded.record, revision);
  const recipients = await takeBackSending(context, orderId, revision);
  if (recipients.length === 0) throw new Refused([{ code: 'estimate.already_sent', detail: { revision } }]);
  await saveOrder(context, loaded, loaded.record, [{ type: 'estimate.sending_undone', data: { revision, recipient: recipients.join(', ') } }]);
  return issuedRevision(context, orderId, revision);
}
