import type { RepeatedChange } from '@backdesk/contract/order/repeat.ts';
import { longestOrderNote, type RepeatOrder } from '@backdesk/contract/order/requests.ts';
import type { CommandContext } from '../../context.ts';
import { Refused } from '../../problem.ts';
import { assertAboveFloor } from '../above-floor.ts';
import { assertAmountsFit } from '../amounts-fit.ts';
import { completeStep } from '../checkout-of.ts';
import { emptyDraft } from '../empty-draft.ts';
import { billingAddressOf, gatherPricingFacts } from '../gather-pricing-facts.ts';
import { lineAdded } from '../order-events.ts';
import type { OrderRecord } from '../order-record.ts';
import { priceRecord } from '../price-record.ts';
import { getOrderRecord } from '../queries/get-order.ts';
import { getNewOrderFacts } from '../queries/new-order-facts.ts';
import { repeatLines } from '../repeat-lines.ts';
import { settleDiscounts } from '../settle-discounts.ts';
import { insertOrder } from '../store/save-order.ts';
import { useLineFiles } from '../use-line-files.ts';

/** What would come along and what changed since; nothing is written. */
export async function previewDuplicate(context: CommandContext, orderId: string, body: RepeatOrder): Promise<readonly RepeatedChange[]> {
  return (await repeatLines(context, await getOrderRecord(context.tx, context.scope, orderId), body)).changes;
}

/**
 * A new draft for the same customer from any order or some of its lines. The shipping method and the customer's PO number are always
 * asked for anew: a rate is of its day, and a PO number of its order. What its rules no longer allow stands on it as a blocker; what was
 * written at lines that are no longer sold stands in its internal note.
 */
export async function duplicateOrder(
  context: CommandContext,
  orderId: string,
  body: RepeatOrder,
): Promise<{ readonly record: OrderRecord; readonly changes: readonly RepeatedChange[] }> {
  const source = await getOrderRecord(context.tx, context.scope, orderId);
  const customerId = source.customer?.id ?? null;
  if (customerId === null) throw new Refused([{ code: 'order.customer_missing', pointer: '/customer' }]);
  const { found, fieldRules, number } = await getNewOrderFacts(context.tx, context.scope, customerId);
  if (found === null) throw new Refused([{ code: 'order.customer_missing', pointer: '/customer' }]);
  const { lines, changes, leftNotes } = await repeatLines(context, source, body);
  const empty: OrderRecord = { ...emptyDraft(context, { name: source.name }, found), fieldRules, number, ...askedFor(source) };
  const filled: OrderRecord = {
    ...empty,
    lines,
    ...(body.notes && { noteCustomer: source.noteCustomer, noteInternal: withNotes(source.noteInternal, leftNotes) }),
    ...(body.discounts && {
      discounts: source.discounts.filter((discount) => discount.source === 'manual').map((discount) => ({ ...discount, id: context.newId() })),
    }),
    ...(body.checkout && checkoutFrom(source, empty)),
  };
  const { record: taxed } = await gatherPricingFacts(context, filled);
  assertAmountsFit(taxed);
  const record = withSteps(priceRecord(await settleDiscounts(context, taxed)), context.now);
  for (const { id, override } of record.lines) if (override !== null) assertAboveFloor(context, record, id, '/prices');
  const inserted = await insertOrder(context, record, [
    { type: 'order.created', data: { number, customerName: found.customer.name } },
    { type: 'order.repeated', data: { orderId: source.id, number: source.number, stage: source.stage } },
    // What hangs on a line comes with it.
    ...lines.flatMap((line) => (line.parentLineId === null ? lineAdded(line) : [])),
  ]);
  await useLineFiles(context, null, inserted);
  return { record: inserted, changes };
}

/** As many of them as one note of an order holds; all of them stay at the order that is repeated. */
function withNotes(note: string, more: readonly string[]): string {
  return more.reduce((all, each) => (all.length + each.length < longestOrderNote ? [all, each].filter(Boolean).join('\n') : all), note);
}

/** What was asked for comes along; terms that were only agreed with the company are those of now. */
function askedFor({ paymentTerms, deposit }: OrderRecord): Pick<OrderRecord, 'paymentTerms' | 'deposit'> {
  return { paymentTerms: paymentTerms?.from === 'order' ? paymentTerms : null, deposit };
}

/** Where it went and who paid. An order that was split, or fetched, is asked again: its parts were of its lines. */
function checkoutFrom(source: OrderRecord, empty: OrderRecord): Partial<OrderRecord> {
  const [from, ...others] = source.shipments;
  const [shipment] = empty.shipments;
  const isPlain = from !== undefined && others.length === 0 && from.lines === null && from.kind === 'ship';
  return {
    fields: source.fields,
    billing: isPlain || !source.billing.sameAsShipping ? source.billing : empty.billing,
    payment: source.payment?.method === 'open_account' ? source.payment : null,
    ...(isPlain && shipment !== undefined && { shipments: [{ ...shipment, address: from.address }] }),
  };
}

/** What came along counts as entered. */
function withSteps(record: OrderRecord, now: Date): OrderRecord {
  const hasAddress = record.shipments.some(({ address }) => address !== null);
  const shipped = hasAddress ? completeStep(record, 'shipping', now) : record;
  return record.payment !== null && billingAddressOf(record) !== null ? completeStep(shipped, 'billing', now) : shipped;
}
