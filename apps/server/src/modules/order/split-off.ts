// Accepting in part: the order keeps its number, its link and what was accepted; the lines left out become an estimate of their
// own, at the prices they were offered at, for staff to look at and send (design, "Estimate").
import type { FrozenEstimate } from '@backdesk/contract/estimate/frozen.ts';
import { type EstimateChoices, restOf, setupsTaken } from '@backdesk/domain/estimate/choices.ts';
import { type DepositTerm, depositTerms } from '@backdesk/domain/estimate/deposit.ts';
import type { PricedChoices } from '@backdesk/domain/estimate/price-choices.ts';
import { minor } from '@backdesk/domain/money/money.ts';
import { withoutPaidSetups } from '@backdesk/domain/order/settle-charges.ts';
import type { CommandContext } from '../context.ts';
import { freezeRevision } from '../estimate/commands/freeze-revision.ts';
import { promisedLine } from './accepted-order.ts';
import { emptyDraft } from './empty-draft.ts';
import { gatherPricingFacts } from './gather-pricing-facts.ts';
import { lineAdded } from './order-events.ts';
import type { LineRecord, OrderRecord } from './order-record.ts';
import { positionGap } from './position-gap.ts';
import { priceRecord } from './price-record.ts';
import { getNewOrderFacts } from './queries/new-order-facts.ts';
import { insertOrder } from './store/save-order.ts';

export type SplitOff = { readonly orderId: string; readonly number: number | null; readonly lines: number };

/** Makes the other estimate, not yet sent, with the same last day. Its shipping method is asked anew: another parcel is another price. */
export async function splitOff(
  context: CommandContext,
  order: OrderRecord,
  content: FrozenEstimate,
  { choices, priced }: { readonly choices: EstimateChoices; readonly priced: PricedChoices },
  validUntil: string,
): Promise<SplitOff> {
  const { found, fieldRules, number } = await getNewOrderFacts(context.tx, context.scope, content.customer.id);
  const who = found ?? { customer: order.customer, company: order.company };
  const empty = emptyDraft(context, { name: order.name, poNumber: order.poNumber }, who);
  const [from, ...others] = order.shipments;
  const address = others.length === 0 && from?.kind === 'ship' ? from.address : null;
  const filled: OrderRecord = {
    ...empty,
    ...{ fieldRules, number, currency: order.currency, priceMode: order.priceMode, owner: order.owner, fields: order.fields, billing: order.billing },
    splitFromOrderId: order.id,
    paymentTerms: order.paymentTerms,
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
    { type: 'order.repeated', data: { orderId: order.id, number: order.number, stage: order.stage } },
    ...record.lines.map((line) => lineAdded(line)),
  ]);
  // Whoever issued the whole issued this part of it.
  const issuing = { ...context, actor: { ...context.actor, name: content.issuedBy } };
  await freezeRevision(issuing, record, { revision: 1, orderVersion: record.version, validUntil, message: '' });
  return { orderId: record.id, number, lines: record.lines.length };
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
