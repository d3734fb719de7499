import type { CommandContext } from '../../context.ts';
import { dayIn } from '../../day-in.ts';
import { extendRevision } from '../../estimate/commands/extend-revision.ts';
import { Refused } from '../../problem.ts';
import { loadOrderForUpdate } from '../store/load-order.ts';
import { saveOrder } from '../store/save-order.ts';
import { type Issued, issuedRevision } from './issue-estimate.ts';
import { assertOpen, getRevision } from './send-estimate.ts';

/** Lets an open estimate, also one that has expired, be valid for longer. Its content and hash stay; the day it ends does not belong to them. */
export async function extendEstimate(context: CommandContext, orderId: string, revision: number, validUntil: string): Promise<Issued> {
  const loaded = await loadOrderForUpdate(context, orderId);
  const { record } = loaded;
  const known = getRevision(record, revision);
  assertOpen(known);
  const today = dayIn(context.account.timeZone, context.now);
  const isLonger = validUntil > known.validUntil && validUntil >= today;
  if (!isLonger) throw new Refused([{ code: 'estimate.valid_until_past', pointer: '/validUntil', detail: { validUntil, today } }]);
  await extendRevision(context, orderId, revision, validUntil);
  const estimate = record.estimate?.revision === revision ? { ...record.estimate, validUntil } : record.estimate;
  await saveOrder(context, loaded, { ...record, estimate }, [{ type: 'estimate.extended', data: { revision, from: known.validUntil, to: validUntil } }]);
  return issuedRevision(context, orderId, revision);
}
