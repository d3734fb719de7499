import type { AcceptEstimate, RecordAcceptance } from '@backdesk/contract/estimate/decision.ts';
import type { FrozenEstimate } from '@backdesk/contract/estimate/frozen.ts';
import type { AvailabilityNotice } from '@backdesk/domain/estimate/availability.ts';
import { type EstimateChoices, noChoices } from '@backdesk/domain/estimate/choices.ts';
import type { PricedChoices } from '@backdesk/domain/estimate/price-choices.ts';
import { hasMoved } from '@backdesk/domain/estimate/total-today.ts';
import type { OrderEvent } from '@backdesk/domain/order/events.ts';
import type { CommandContext } from '../../context.ts';
import { type Kept, keepDecision } from '../../estimate/commands/keep-decision.ts';
import { copyOf, mailDecision } from '../../estimate/commands/mail-decision.ts';
import { noteComparison } from '../../estimate/commands/note-comparison.ts';
import { type EvidenceFile, takeEvidence } from '../../estimate/commands/take-evidence.ts';
import { priceHoldOf } from '../../estimate/price-hold-of.ts';
import { consentTo, settleChoices } from '../../estimate/settle-choices.ts';
import { lastSecondOf } from '../../estimate/valid-until.ts';
import { invalidField, Refused } from '../../problem.ts';
import { acceptedOrder, isAnotherPromise } from '../accepted-order.ts';
import { availabilityAtAcceptance } from '../availability-at-acceptance.ts';
import { assertDecidable, type Decidable, frozenContent, lockDecidable } from '../decidable-revision.ts';
import { discountChanges, labelOf, lineChanges } from '../order-events.ts';
import type { OrderRecord } from '../order-record.ts';
import { priceRecord } from '../price-record.ts';
import { splitOff } from '../split-off.ts';
import { loadOrderForUpdate } from '../store/load-order.ts';
import { saveOrder } from '../store/save-order.ts';
import { takenOut } from '../take-out-line.ts';
import { getRevision } from './send-estimate.ts';
import { totalToday } from './total-today.ts';

/** The customer's yes on the page: to the hash, with the choices, at the total and under the sentence that were on the screen. */
export async function acceptEstimate(context: CommandContext, body: AcceptEstimate): Promise<Kept> {
  const found = await lockDecidable(context, body.sha256);
  const choices = { lines: body.choices, leftOut: body.leftOut };
  const priced = settleChoices(found.content, choices);
  if (body.consent !== consentTo(found.content, priced.pricing.totals.open)) throw invalidField('/consent', 'is not the sentence of this estimate');
  assertTotal(priced, found.content, body.total);
  const { consent, name, title, poNumber, poFileId } = body;
  const files = await takeEvidence(context, found.loaded.record.id, { poFileId, proofFileId: null });
  return accept(context, found, { choices, priced, poNumber, evidence: { channel: 'page', name, title, consent, files } });
}

/** A yes that came by phone, by mail or in person, as staff record it. */
export async function recordAcceptance(context: CommandContext, orderId: string, revision: number, body: RecordAcceptance): Promise<Kept> {
  const loaded = await loadOrderForUpdate(context, orderId);
  const known = getRevision(loaded.record, revision);
  assertDecidable(known, context.now);
  const content = await frozenContent(context, orderId, revision);
  const choices = { lines: body.choices, leftOut: body.leftOut };
  const priced = settleChoices(content, choices);
  if (body.total !== undefined) assertTotal(priced, content, body.total);
  const { channel, name, title, note, poNumber, poFileId, proofFileId } = body;
  const files = await takeEvidence(context, orderId, { poFileId, proofFileId });
  return accept(context, { loaded, revision: known, content }, { choices, priced, poNumber, evidence: { channel, name, title, note, files } });
}

function assertTotal({ pricing }: PricedChoices, { currency }: FrozenEstimate, wanted: { readonly amount: number; readonly currency: string }): void {
  const { total } = pricing.totals;
  if (wanted.amount === total && wanted.currency === currency) return;
  throw new Refused([{ code: 'order.moved', detail: { expectedAmount: wanted.amount, totalAmount: total, differenceAmount: total - wanted.amount } }]);
}

type Acceptance = {
  readonly choices: EstimateChoices;
  readonly priced: PricedChoices;
  readonly poNumber: string;
  readonly evidence: {
    readonly channel: 'page' | 'phone' | 'mail' | 'in_person';
    readonly name: string;
    readonly title: string;
    readonly files: readonly EvidenceFile[];
  } & ({ readonly consent: string } | { readonly note: string });
};

/** Keeps the acceptance, brings the order to what was accepted unless staff have changed it meanwhile, and tells both sides. */
async function accept(context: CommandContext, { loaded, revision, content }: Decidable, { choices, priced, poNumber, evidence }: Acceptance): Promise<Kept> {
  const { account } = context;
  const before = loaded.record;
  const told = await availabilityAtAcceptance(context, before, content, priced);
  const kind = choices.leftOut.length === 0 ? 'accepted' : 'accepted_in_part';
  const hold = priceHoldOf(content, revision.validUntil, account);
  const lockUntil = lastSecondOf(hold.acceptedUntil, account.timeZone);
  const given = { ...evidence, kind, choices, poNumber, priced, lockUntil } as const;
  const kept = await keepDecision(context, { content, sha256: revision.sha256 }, given);
  const isUntouched = !isAnotherPromise(before, acceptedOrder(before, content, noChoices, context.now));
  const promised = acceptedOrder(before, content, choices, context.now);
  const chosen = isUntouched ? promised : withoutLeftOut(before, choices);
  const acceptedAmount = priced.pricing.totals.total;
  // Told to staff, and nothing follows from it while the price holds.
  const today = await totalToday(context, promised);
  await noteComparison(context, before.id, { revision: revision.revision, status: kind, today });
  const after: OrderRecord = {
    ...chosen,
    poNumber: poNumber === '' ? before.poNumber : poNumber,
    estimate: before.estimate === null ? null : { ...before.estimate, status: kind },
  };
  const rest = kind === 'accepted' ? null : await splitOff(context, before, content, { choices, priced, promised }, revision.validUntil);
  const { currency } = content;
  const copy = await copyOf(context, content);
  const events: readonly OrderEvent[] = [
    {
      type: 'estimate.accepted',
      data: {
        ...{ revision: revision.revision, by: evidence.name, channel: evidence.channel, currency, sha256: kept.sha256 },
        isInPart: kind === 'accepted_in_part',
        totalAmount: acceptedAmount,
        ...(hasMoved(today, acceptedAmount) && {
          todayAmount: today.amount,
          ratesGone: today.ratesGone,
          heldUntil: hold.policy === 'honour' ? null : hold.acceptedUntil,
        }),
        ...shortOf(content, told.staff),
        ...(copy.isWithheld && { withheldFrom: copy.email ?? '' }),
      },
    },
    ...choiceEvents(before, after),
    ...discountChanges(before, after),
    ...(rest === null ? [] : [{ type: 'estimate.split_off', data: rest } as const]),
    ...(after.poNumber === before.poNumber ? [] : [{ type: 'order.po_number_set', data: { from: before.poNumber, to: after.poNumber } } as const]),
  ];
  await saveOrder(context, loaded, after, events);
  await mailDecision(context, content, kept, { priced, findings: { ...told, hold, today, acceptedAmount } });
  return kept;
}

/** A working copy that staff had changed keeps their changes; what is left out is offered by the estimate of the rest, and by no other. */
function withoutLeftOut(order: OrderRecord, { leftOut }: EstimateChoices): OrderRecord {
  const without = leftOut.reduce((record, lineId) => {
    const line = record.lines.find(({ id }) => id === lineId);
    return line === undefined ? record : takenOut(record, line);
  }, order);
  return without === order ? order : priceRecord(without);
}

const mostInHistory = 20;

function shortOf({ lines }: FrozenEstimate, notices: readonly AvailabilityNotice[]) {
  const labels = new Map(lines.map((line) => [line.id, labelOf(line)]));
  const short = notices.slice(0, mostInHistory).map((notice) => ({ ...notice, label: labels.get(notice.lineId) ?? '' }));
  return short.length === 0 ? {} : { short, moreShort: notices.length - short.length };
}

/** What the customer chose, as history tells what staff choose. */
function choiceEvents(before: OrderRecord, after: OrderRecord): readonly OrderEvent[] {
  const now = new Map(after.lines.map((line) => [line.id, line]));
  return before.lines.flatMap((was) => {
    const line = now.get(was.id);
    return line === undefined || line === was ? [] : lineChanges(before, was, { ...was, quantity: line.quantity, chosen: line.chosen });
  });
}
