import type { issueEstimate as issueEstimateSchema } from '@backdesk/contract/order/requests.ts';
import type { Refusal } from '@backdesk/domain/core/refusal.ts';
import { issueBlockers } from '@backdesk/domain/estimate/issue-blockers.ts';
import type { OrderEvent } from '@backdesk/domain/order/events.ts';
import { isGoods } from '@backdesk/domain/order/section-totals.ts';
import type { z } from 'zod';
import type { CommandContext } from '../../context.ts';
import { dayIn } from '../../day-in.ts';
import { freezeRevision, type Issue, nextRevision } from '../../estimate/commands/freeze-revision.ts';
import { mailRevision } from '../../estimate/commands/mail-revision.ts';
import { daysAfter } from '../../estimate/valid-until.ts';
import { Refused } from '../../problem.ts';
import { advance } from '../advance.ts';
import { assertExpectedTotal } from '../expected-total.ts';
import { lockPrices } from '../lock-prices.ts';
import type { OrderRecord, RevisionOfOrder } from '../order-record.ts';
import { getOrderRecord } from '../queries/get-order.ts';
import { refreshPrices } from '../refresh-prices.ts';
import { loadOrderForUpdate } from '../store/load-order.ts';
import { saveOrder } from '../store/save-order.ts';
import { withTermsHeld, withTermsOfNow } from '../terms-of.ts';
import { sendingOf, sentEvent } from './sending.ts';

export type Issued = { readonly revision: RevisionOfOrder; readonly currency: string };

/**
 * Converts to an estimate: prices anew what no lock or override holds, freezes the next revision, mails it when there is
 * an address, and goes on with prices that the revision holds. All of it or nothing.
 */
export async function issueEstimate(context: CommandContext, orderId: string, body: z.output<typeof issueEstimateSchema>): Promise<Issued> {
  const loaded = await loadOrderForUpdate(context, orderId);
  const before = loaded.record;
  const { stage, priced, moves, issue } = await prepareRevision(context, before, body);
  const { revision, validUntil } = issue;
  const content = await freezeRevision(context, priced, issue);
  const { email = '' } = body;
  const sending = email === '' ? null : sendingOf({ ...body, email }, context.now);
  if (sending !== null) await mailRevision(context, content.frozen, sending);
  const { total } = priced.pricing.totals;
  const events: readonly OrderEvent[] = [
    ...moves,
    ...content.superseded.map((number): OrderEvent => ({ type: 'estimate.superseded', data: { revision: number } })),
    ...(before.stage === stage ? [] : [{ type: 'order.stage_changed', data: { from: before.stage, to: stage } } as const]),
    { type: 'estimate.issued', data: { revision, currency: before.currency, totalAmount: total, validUntil, sha256: content.sha256 } },
    ...(sending === null ? [] : [sentEvent(revision, sending)]),
  ];
  await saveOrder(context, loaded, { ...lockPrices(priced, revision), stage, estimate: { revision, status: 'open', validUntil } }, events);
  return issuedRevision(context, orderId, revision);
}

/** What issuing would freeze, priced anew for this moment. Throws what stands against it; writes nothing. */
export async function prepareRevision(context: CommandContext, before: OrderRecord, body: z.output<typeof issueEstimateSchema>) {
  const { account, now } = context;
  const stage = advance(before, 'convert');
  const today = dayIn(account.timeZone, now);
  const validUntil = body.validUntil ?? daysAfter(today, before.validDays ?? account.estimateValidDays);
  if (validUntil < today) throw new Refused([{ code: 'estimate.valid_until_past', pointer: '/validUntil', detail: { validUntil, today } }]);
  const { record: refreshed, events: moves } = await refreshPrices(context, withTermsOfNow(before));
  const priced = withTermsHeld(refreshed);
  refuseUnpromisable(priced);
  assertExpectedTotal(priced, body.expectedTotal);
  const issue: Issue = { revision: nextRevision(before.revisions), orderVersion: before.version + 1, validUntil, message: body.message };
  return { stage, priced, moves, issue };
}

/**
 * A promise needs somebody to give it to, something in it, a price for each in a quantity that is sold, discounts that it can bear and a total
 * that is none below 0: else it is accepted and never submitted, or never accepted.
 */
function refuseUnpromisable(order: OrderRecord): void {
  const refusals: Refusal[] = [];
  if (order.customer === null) refusals.push({ code: 'order.customer_missing' });
  if (!order.lines.some(isGoods)) refusals.push({ code: 'estimate.no_lines' });
  refusals.push(...issueBlockers(order.lines, order.pricing));
  for (const { blocker } of order.pricing.discounts) if (blocker?.code === 'discount.exceeds_base') refusals.push(blocker);
  if (order.pricing.totals.total < 0) refusals.push({ code: 'order.negative_total' });
  const [first, ...others] = refusals;
  if (first !== undefined) throw new Refused([first, ...others]);
}

/** The revision as the order's answer shows it, read back after the write. */
export async function issuedRevision(context: CommandContext, orderId: string, revision: number): Promise<Issued> {
  const { revisions, currency } = await getOrderRecord(context.tx, context.scope, orderId);
  const found = revisions.find((known) => known.revision === revision);
  if (found === undefined) throw new Error('The revision that was just written is missing.');
  return { revision: found, currency };
}
