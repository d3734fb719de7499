// Issuing and submitting price anew what no lock or override holds, inside their transaction (design "Prices in time").
import type { OrderEvent } from '@backdesk/domain/order/events.ts';
import type { LineSnapshot } from '../catalog/queries/line-snapshots.ts';
import type { CommandContext } from '../context.ts';
import { gatherPricingFacts } from './gather-pricing-facts.ts';
import { followsCatalog, isLockHolding } from './lock-prices.ts';
import { answerMoves, availabilityChanges, discountChanges, labelOf } from './order-events.ts';
import type { OrderRecord } from './order-record.ts';
import { priceRecord } from './price-record.ts';
import { listSnapshotsOf, withSnapshots } from './read-catalog-again.ts';
import { settleDiscounts } from './settle-discounts.ts';
import { withCharges } from './with-charges.ts';
import { orderWithoutEndedQuestions } from './without-ended-questions.ts';

export type Refreshed = {
  /** Priced with the catalogue and the tax rates of now. */
  readonly record: OrderRecord;
  /** The prices that moved by it, what is sold no more or again, and what became of answers. */
  readonly events: readonly OrderEvent[];
  readonly snapshots: ReadonlyMap<string, LineSnapshot>;
};

export async function refreshPrices(context: CommandContext, before: OrderRecord, { isHeld = false }: { readonly isHeld?: boolean } = {}): Promise<Refreshed> {
  const snapshots = await listSnapshotsOf(context, before);
  const current = withSnapshots(context, before, snapshots);
  const held = orderWithoutEndedQuestions(before, snapshots);
  const lines = held.lines.map((line, index) => (followsCatalog(before, line, context.now) ? (current.lines[index] ?? line) : line));
  const isMoved = lines.some((line, index) => line !== before.lines[index]);
  const { record: taxed } = await gatherPricingFacts(context, isMoved ? withCharges({ ...before, lines }) : before);
  // What was promised for shipping holds as long as the prices do: an edited rate does not move it, nor does another way to round.
  const isPromised = isLockHolding(before, context.now);
  const settled = await settleDiscounts(context, taxed, { isPromised, isHeld });
  const record = priceRecord(isPromised ? { ...settled, facts: { ...settled.facts, zones: before.facts.zones } } : { ...settled, ...taxPolicyOf(context) });
  return {
    record,
    events: [...answerMoves(before, record), ...priceMoves(before, record), ...availabilityChanges(before, record), ...discountChanges(before, record)],
    snapshots,
  };
}

/** How the account rounds and what prices that hold tax become elsewhere. The price mode stays the order's own (cases, policy 2). */
function taxPolicyOf({ account }: CommandContext): Pick<OrderRecord, 'taxRounding' | 'includedElsewhere'> {
  return { taxRounding: account.taxRounding, includedElsewhere: account.includedElsewhere };
}

function priceMoves(before: OrderRecord, after: OrderRecord): readonly OrderEvent[] {
  const was = new Map(before.pricing.lines.map((line) => [line.lineId, line.unitPrice]));
  const now = new Map(after.pricing.lines.map((line) => [line.lineId, line.unitPrice]));
  return after.lines.flatMap((line): readonly OrderEvent[] => {
    const [from, to] = [was.get(line.id) ?? null, now.get(line.id) ?? null];
    return from === to ? [] : [{ type: 'order.price_moved', data: { lineId: line.id, label: labelOf(line), currency: after.currency, from, to } }];
  });
}
