import type { sendEstimate as sendEstimateSchema } from '@backdesk/contract/order/requests.ts';
import { hasExpired } from '@backdesk/domain/estimate/expiry.ts';
import type { z } from 'zod';
import type { CommandContext } from '../../context.ts';
import { mailRevision } from '../../estimate/commands/mail-revision.ts';
import { Refused } from '../../problem.ts';
import { frozenContent } from '../decidable-revision.ts';
import type { OrderRecord, RevisionOfOrder } from '../order-record.ts';
import { loadOrderForUpdate } from '../store/load-order.ts';
import { saveOrder } from '../store/save-order.ts';
import { type Issued, issuedRevision } from './issue-estimate.ts';
import { sendingOf, sentEvent } from './sending.ts';

/** Mails an issued estimate, the first time or again. What it says is what was frozen; only the covering words are new, and the day it ends where it was extended. */
export async function sendEstimate(context: CommandContext, orderId: string, revision: number, body: z.output<typeof sendEstimateSchema>): Promise<Issued> {
  const loaded = await loadOrderForUpdate(context, orderId);
  const known = getRevision(loaded.record, revision);
  assertOpen(known, context.now);
  const sending = sendingOf(body, context.now);
  await mailRevision(context, { ...(await frozenContent(context, orderId, revision)), validUntil: known.validUntil }, sending);
  await saveOrder(context, loaded, loaded.record, [sentEvent(revision, sending)]);
  return issuedRevision(context, orderId, revision);
}

export function getRevision({ revisions }: OrderRecord, revision: number): RevisionOfOrder {
  const found = revisions.find((known) => known.revision === revision);
  if (found === undefined) throw new Refused([{ code: 'estimate.not_found', detail: { revision } }]);
  return found;
}

/** Throws `estimate.not_open`. With `now`, one that has expired is not open either. */
export function assertOpen({ revision, status, expiresAt }: RevisionOfOrder, now?: Date): void {
  const isOpen = status === 'open' || status === 'changes_requested';
  const isExpired = now !== undefined && hasExpired(expiresAt, now);
  if (!isOpen || isExpired) throw new Refused([{ code: 'estimate.not_open', detail: { revision, status, expired: isExpired } }]);
}
