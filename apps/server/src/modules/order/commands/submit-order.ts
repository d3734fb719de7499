import type { submitOrder as submitOrderSchema } from '@backdesk/contract/order/requests.ts';
import { whyNotSold } from '@backdesk/domain/catalog/sold-to.ts';
import { hasMoved } from '@backdesk/domain/estimate/total-today.ts';
import type { OrderEvent } from '@backdesk/domain/order/events.ts';
import { drawsFrom } from '@backdesk/domain/stock/shortages.ts';
import type { z } from 'zod';
import type { CommandContext } from '../../context.ts';
import { useDiscounts } from '../../discount/commands/use-discounts.ts';
import { closeRevision } from '../../estimate/commands/close-revision.ts';
import { driftPolicyOf } from '../../estimate/price-hold-of.ts';
import { Refused } from '../../problem.ts';
import { isAnotherPromise } from '../accepted-order.ts';
import { findAcceptedOrder } from '../accepted-promise.ts';
import { advance } from '../advance.ts';
import { chargeRows } from '../charge-rows.ts';
import { type LineAvailability, submitRefusals } from '../checkout-of.ts';
import { frozenContent } from '../decidable-revision.ts';
import { assertExpectedTotal } from '../expected-total.ts';
import { isLockHolding } from '../lock-prices.ts';
import { answerMoves, discountChanges } from '../order-events.ts';
import type { OrderRecord } from '../order-record.ts';
import { priceRecord } from '../price-record.ts';
import { getOrderRecord } from '../queries/get-order.ts';
import { listSnapshotsOf } from '../read-catalog-again.ts';
import { type Refreshed, refreshPrices } from '../refresh-prices.ts';
import { settleDiscounts } from '../settle-discounts.ts';
import { insertCharges } from '../store/charges.ts';
import { loadOrderForUpdate } from '../store/load-order.ts';
import { saveOrder } from '../store/save-order.ts';
import { lockStock, type Reservation, reserveStock, type StockLevel } from '../store/stock.ts';
import { takeNumber } from '../take-number.ts';
import { termsOf, withTermsHeld } from '../terms-of.ts';
import { orderWithoutEndedQuestions } from '../without-ended-questions.ts';
import { mailOrderReceived } from './mail-order-received.ts';
import { totalToday } from './total-today.ts';
import { withoutPromise } from './withdraw-estimate.ts';

type Levels = ReadonlyMap<string, StockLevel>;

/** Orders of the site, where the account says so; whoever submits on the desk has seen it. Decision record 0049. */
function waitsForApproval({ actor, account }: CommandContext): boolean {
  return account.siteOrdersWait && (actor.kind === 'customer' || actor.kind === 'guest');
}

/**
 * Submits the order, or hands it in for approval: priced anew where nothing holds the price, checked with all reasons at once, stock reserved, charges
 * written out, the customer told. Of two at once one waits for the other's lock and finds the order submitted.
 */
export async function submitOrder(
  context: CommandContext,
  orderId: string,
  body: z.output<typeof submitOrderSchema>,
  /** Whom to tell, when that is not the customer's own address: a guest's. */
  mailTo?: string,
): Promise<OrderRecord> {
  const loaded = await loadOrderForUpdate(context, orderId);
  const before = loaded.record;
  const stage = advance(before, waitsForApproval(context) ? 'submit_for_approval' : 'submit');
  const accepted = await asAccepted(context, before, body.drift);
  const refreshed = accepted === undefined ? await refreshPrices(context, before, { isHeld: true }) : await withHeldDiscounts(context, accepted);
  const levels = await lockStock(context, [...new Set(countedLines(refreshed.record).flatMap((line) => drawsFrom(line) ?? []))]);
  refuseAll(refreshed, levels);
  if (accepted !== undefined) assertAsAccepted(accepted.record, refreshed.record);
  assertExpectedTotal(refreshed.record, body.expectedTotal);

  const superseded = await closeRevision(context, orderId, 'superseded');
  const record = withTermsHeld(superseded.length === 0 ? refreshed.record : withoutPromise(refreshed.record, 'superseded'));
  await reserveStock(context, orderId, reservationsOf(record, levels));
  const { total } = record.pricing.totals;
  const events: readonly OrderEvent[] = [
    ...refreshed.events,
    ...superseded.map((revision): OrderEvent => ({ type: 'estimate.superseded', data: { revision } })),
    { type: 'order.submitted', data: { currency: record.currency, totalAmount: total, ...(stage === 'pending' && { waits: true }) } },
  ];
  const saved = await saveOrder(
    context,
    loaded,
    { ...record, stage, number: await takeNumber(context, record), submittedAt: context.now.toISOString() },
    events,
  );
  await insertCharges(context, orderId, chargeRows(record));
  await useDiscounts(context, { id: orderId, customerId: record.customer?.id ?? null }, usesOf(record));
  // What became of its estimates stands elsewhere.
  const submitted = saved.revisions.length === 0 ? saved : await getOrderRecord(context.tx, context.scope, orderId);
  await mailOrderReceived(context, submitted, superseded, mailTo);
  return submitted;
}

/**
 * Exactly what the customer accepted, without pricing anything anew; undefined when nothing was accepted. Refuses a working copy that
 * differs from it. When its prices no longer hold the policy that it stated decides: honour them, issue it again, or ask.
 */
async function asAccepted(context: CommandContext, order: OrderRecord, drift: 'honour' | undefined): Promise<Refreshed | undefined> {
  const promised = await findAcceptedOrder(context, order);
  if (promised === undefined) return undefined;
  const revision = order.estimate?.revision ?? 0;
  const [acceptedAmount, totalAmount] = [promised.pricing.totals.total, order.pricing.totals.total];
  if (isAnotherPromise(order, promised)) throw new Refused([{ code: 'order.differs_from_accepted', detail: { revision, acceptedAmount, totalAmount } }]);
  if (!isLockHolding(order, context.now)) {
    const policy = driftPolicyOf(await frozenContent(context, order.id, revision), context.account);
    const isHonoured = policy === 'honour' || (policy === 'ask' && drift === 'honour');
    if (!isHonoured) await refuseDrift(context, order, { revision, mayHonour: policy === 'ask' });
  }
  const snapshots = await listSnapshotsOf(context, order);
  const asked = orderWithoutEndedQuestions(order, snapshots);
  return { record: asked === order ? order : priceRecord(asked), events: answerMoves(order, asked), snapshots };
}

/** What was accepted holds its discounts, but for what others have used up of one since: that is not taken twice. */
async function withHeldDiscounts(context: CommandContext, accepted: Refreshed): Promise<Refreshed> {
  const settled = await settleDiscounts(context, accepted.record, { isPromised: true, isHeld: true });
  if (settled === accepted.record) return accepted;
  return { ...accepted, record: priceRecord(settled), events: [...accepted.events, ...discountChanges(accepted.record, settled)] };
}

/** Nobody is charged another total than they accepted: where less is left of a discount, the customer is asked anew. */
function assertAsAccepted({ estimate, pricing: accepted }: OrderRecord, { pricing }: OrderRecord): void {
  const [acceptedAmount, totalAmount] = [accepted.totals.total, pricing.totals.total];
  if (acceptedAmount === totalAmount) return;
  throw new Refused([{ code: 'order.differs_from_accepted', detail: { revision: estimate?.revision ?? 0, acceptedAmount, totalAmount } }]);
}

/** Only a total that is another by now is a drift: what costs the same today is simply submitted. */
async function refuseDrift(context: CommandContext, order: OrderRecord, how: { readonly revision: number; readonly mayHonour: boolean }): Promise<void> {
  const [acceptedAmount, today] = [order.pricing.totals.total, await totalToday(context, order)];
  if (!hasMoved(today, acceptedAmount)) return;
  // Of several rates that are gone the first: a detail is flat.
  const [gone] = today.ratesGone;
  const shipping = gone && { rateGone: gone.name, nearestRate: gone.nearest?.name ?? null, nearestAmount: gone.nearest?.amount ?? null };
  throw new Refused([{ code: 'estimate.drifted', detail: { ...how, acceptedAmount, totalAmount: today.amount, ...shipping } }]);
}

const countedLines = ({ lines }: OrderRecord) => lines.filter((line) => !line.optional || line.chosen);

/** Every reason against it at once: what the stored order says, and what catalogue and stock say now. */
function refuseAll({ record, snapshots }: Refreshed, levels: Levels): void {
  const roleId = termsOf(record).role?.id ?? null;
  const availability = record.lines.map((line): readonly [string, LineAvailability] => {
    const stock = levels.get(drawsFrom(line) ?? '') ?? null;
    return [line.id, { unavailable: line.variantId === null ? null : whyNotSold(snapshots.get(line.variantId), roleId), stock }];
  });
  const [first, ...others] = submitRefusals(record, new Map(availability));
  if (first !== undefined) throw new Refused([first, ...others], 'order.not_submittable');
}

/** What the order takes of the account's discounts. One that reaches nothing here is not used. */
function usesOf({ discounts, pricing }: OrderRecord) {
  const taken = new Map(pricing.discounts.map(({ discountId, amount }) => [discountId, amount]));
  return discounts.flatMap(({ id, source }) => (source === 'manual' ? [] : { discountId: id, amount: taken.get(id) ?? 0 })).filter(({ amount }) => amount > 0);
}

/** One reservation a stocked variant, over all its lines; what is not there is backordered. */
function reservationsOf(record: OrderRecord, levels: Levels): readonly Reservation[] {
  return [...levels.values()].map(({ variantId, available }) => {
    const quantity = countedLines(record).reduce((sum, line) => (drawsFrom(line) === variantId ? sum + line.quantity : sum), 0);
    return { variantId, quantity, backordered: Math.max(0, quantity - Math.max(0, available)) };
  });
}
