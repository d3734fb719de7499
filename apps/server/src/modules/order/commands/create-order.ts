import type { createOrder as createOrderBody, ParsedNewLine } from '@backdesk/contract/order/requests.ts';
import type { z } from 'zod';
import type { CommandContext } from '../../context.ts';
import { Refused } from '../../problem.ts';
import { assertAmountsFit } from '../amounts-fit.ts';
import { emptyDraft } from '../empty-draft.ts';
import { pricingFactsOf } from '../gather-pricing-facts.ts';
import type { HandSet } from '../hand-set.ts';
import { audienceOf } from '../line-from-catalog.ts';
import { discountChanges } from '../order-events.ts';
import type { OrderRecord } from '../order-record.ts';
import { placeLines } from '../place-lines.ts';
import { priceRecord } from '../price-record.ts';
import { assertQuantitiesAllowed } from '../quantity-refusals.ts';
import { getNewOrderFacts } from '../queries/new-order-facts.ts';
import { filesOfRequest, resolveVariants } from '../resolve-variants.ts';
import { settleDiscounts } from '../settle-discounts.ts';
import { insertOrder } from '../store/save-order.ts';
import { useLineFiles } from '../use-line-files.ts';
import { withCharges } from '../with-charges.ts';

type CreateOrder = z.output<typeof createOrderBody>;

/** What a template brings along beside what can be asked for. */
type FromTemplate = HandSet & {
  readonly texts: Pick<OrderRecord, 'noteCustomer' | 'noteInternal' | 'validDays' | 'paymentTerms'> & Partial<Pick<OrderRecord, 'deposit'>>;
};

/**
 * Starts a draft for a customer, empty or with lines. Nothing is taken from the customer's addresses until somebody says so. What came of a
 * template is not refused for its quantities: that stands on the draft as a blocker.
 */
export async function createOrder(context: CommandContext, body: CreateOrder, template?: FromTemplate): Promise<OrderRecord> {
  const { found, settings, fieldRules, number, depositPpm } = await getNewOrderFacts(context.tx, context.scope, body.customerId);
  if (found === null) throw new Refused([{ code: 'order.customer_missing', pointer: '/customerId' }]);
  const deposit = depositPpm === null ? null : ({ kind: 'percentage', ppm: depositPpm } as const);
  const draft: OrderRecord = { ...emptyDraft(context, body, found), fieldRules, number, deposit, ...template?.texts };
  const empty = { ...draft, facts: pricingFactsOf(draft, settings, context.account) };
  const filled = await withLines(context, empty, body.lines ?? [], template?.placed);
  const settled = await settleDiscounts(context, filled.record);
  const set = template === undefined ? settled : template.settled(settled);
  assertAmountsFit(set);
  const record = priceRecord(set);
  if (template === undefined) assertQuantitiesAllowed(null, record, filled.pointers);
  const inserted = await insertOrder(context, record, [
    { type: 'order.created', data: { number, customerName: found.customer.name } },
    ...filled.events,
    ...discountChanges(empty, record),
  ]);
  await useLineFiles(context, null, inserted);
  return inserted;
}

async function withLines(context: CommandContext, record: OrderRecord, requested: readonly ParsedNewLine[], byHand: HandSet['placed'] = (lines) => lines) {
  const pointerOf = (index: number) => `/lines/${index}`;
  const audience = audienceOf(record, context);
  const snapshots = await resolveVariants(context, requested, audience, pointerOf);
  const files = await filesOfRequest(context, requested, snapshots);
  const placed = placeLines({ present: [], requested, snapshots, files, audience, newId: context.newId, pointerOf });
  return { record: withCharges({ ...record, lines: byHand(placed.lines) }), events: placed.events, pointers: placed.pointers };
}
