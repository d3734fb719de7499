// Accepting in part: the order keeps its number, its link and what was accepted; the lines left out become an estimate of their
// own, at the prices they were offered at, for staff to look at and send (design, "Estimate").
import type { FrozenEstimate } from '@backdesk/contract/estimate/frozen.ts';
import { type EstimateChoices, restOf, setupsTaken } from '@backdesk/domain/estimate/choices.ts';
import { type DepositTerm, depositTerms } from '@backdesk/domain/estimate/deposit.ts';
import { discountsLeft } from '@backdesk/domain/estimate/discounts-left.ts';
import type { PricedChoices } from '@backdesk/domain/estimate/price-choices.ts';
import { minor } from '@backdesk/domain/money/money.ts';
import { withoutPaidSetups } from '@backdesk/domain/order/settle-charges.ts';
import type { DiscountValue } from '@backdesk/domain/pricing/types.ts';
import type { CommandContext } from '../context.ts';
import { freezeRevision } from '../estimate/commands/freeze-revision.ts';
import { promisedLine } from './accepted-order.ts';
import { emptyDraft } from './empty-draft.ts';
import { gatherPricingFacts } from './gather-pricing-facts.ts';
import { discountChanges, lineAdded } from './order-events.ts';
import type { LineRecord, OrderRecord } from './order-record.ts';
import { positionGap } from './position-gap.ts';
import { priceRecord } from './price-record.ts';
import { getNewOrderFacts } from './queries/new-order-facts.ts';
import { insertOrder } from './store/save-order.ts';

type Split = {
  readonly choices: EstimateChoices;
  readonly priced: PricedChoices;
  /** The order as it is promised: its discounts are those of the content. */
  readonly promised: OrderRecord;
};

export type SplitOff = { readonly orderId: string; readonly number: number | null; readonly lines: number };

/**
 * Makes the other estimate, not yet sent, with the same last day: the words, terms, discounts and policies of the content, whatever staff
 * have in the working copy by now. Its shipping method is asked anew: another parcel is another price.
 */
export async function splitOff(
  context: CommandContext,
  order: OrderRecord,
  content: FrozenEstimate,
  { choices, priced, promised }: Split,
  validUntil: string,
): Promise<SplitOff> {
  const { found, fieldRules, number } = await getNewOrderFacts(context.tx, context.scope, content.customer.id);
  const who = found ?? { customer: order.customer, company: order.company };
  const empty = emptyDraft(context, { name: order.name, poNumber: order.poNumber }, who);
  const [from, ...others] = order.shipments;
  const address = others.length === 0 && from?.kind === 'ship' ? from.address : null;
  const filled: OrderRecord = {
    ...empty,
    ...{ fieldRules, number, currency: order.currency, owner: order.owner, fields: order.fields, billing: order.billing },
    ...{ priceMode: promised.priceMode, taxRounding: promised.taxRounding, includedElsewhere: promised.includedElsewhere },
    // Parts of a part are of the first order too: one promise, however often it is divided.
    splitFromOrderId: order.splitFromOrderId ?? order.id,
    noteCustomer: content.texts.note,
    dueOn: content.dueOn,
    paymentTerms: promised.paymentTerms,
    discounts: discountsOfRest(promised, order, discountsLeft(content, choices, priced)),
    deposit: depositLeft(depositTerms(content, choices, priced)?.rest ?? null),
    stage: 'estimate',
    lines: linesLeftOut(context, order, content, choices),
    shipments: empty.shipments.map((shipment) => ({ ...shipment, address })),
    estimate: { revision: 1, status: 'open', validUntil },
  };
  const { record: taxed } = await gatherPricingFacts(context, filled);
  const record = priceRecord(taxed);
  await insertOrder(context, record, [
    { type: 'order.created', data: { number, customerName: record.customer?.name ?? '' } },
    { type: 'order.split_from', data: { orderId: order.id, number: order.number, revision: content.revision } },
    ...record.lines.map((line) => lineAdded(line)),
    ...discountChanges({ ...record, discounts: [] }, record),
  ]);
  // Whoever issued the whole issued this part of it.
  const issuing = { ...context, actor: { ...context.actor, name: content.issuedBy } };
  await freezeRevision(issuing, record, { revision: 1, orderVersion: record.version, validUntil, message: '' });
  return { orderId: record.id, number, lines: record.lines.length };
}

/** Under their own ids: they follow what became of a code, as those of any promise do. */
function discountsOfRest(promised: OrderRecord, before: OrderRecord, left: ReadonlyMap<string, DiscountValue>): OrderRecord['discounts'] {
  const known = new Map(before.discounts.map((discount) => [discount.id, discount]));
  return promised.discounts.flatMap((discount) => {
    const value = left.get(discount.id);
    return value === undefined ? [] : [{ ...known.get(discount.id), ...discount, value }];
  });
}

/** What is asked for with the rest; of an amount that went all with what was accepted nothing. */
function depositLeft(term: DepositTerm | null): OrderRecord['deposit'] {
  if (term === null || (term.kind === 'fixed' && term.amount === 0)) return null;
  return term.kind === 'fixed' ? { kind: term.kind, amount: minor(term.amount) } : term;
}

/** A setup that was charged with what was accepted is not charged with the rest too, also when that is priced anew. */
function linesLeftOut({ newId }: CommandContext, order: OrderRecord, content: FrozenEstimate, choices: EstimateChoices): readonly LineRecord[] {
  const known = new Map(order.lines.map((line) => [line.id, line]));
  const rest = restOf(content.lines, choices);
  const paid = setupsTaken(content.lines, choices);
  const ids = new Map(rest.map(({ id }) => [id, newId()]));
  return rest.map((line, index) => ({
    ...withoutPaidSetups(promisedLine(known.get(line.id), line, line, content), paid),
    id: ids.get(line.id) ?? newId(),
    parentLineId: line.parentLineId === null ? null : (ids.get(line.parentLineId) ?? null),
    position: (index + 1) * positionGap,
    fieldVersions: {},
  }));
}
