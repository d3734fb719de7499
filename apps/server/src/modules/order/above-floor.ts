// Who may not sell below cost, or below the least margin of the account, is refused when they set a price that does. Who may is only warned
// (the screen reads the margin). A discount of the whole order given by hand counts like a price; one of the account, by code or by itself, is
// the account's own offer. Nor may such a price be passed in two steps: an amount off a large quantity, then a small one. What became too
// cheap by something else is nobody's to refuse.
import type { Refusal } from '@backdesk/domain/core/refusal.ts';
import { leastNetAmount, lineMargin } from '@backdesk/domain/pricing/margin.ts';
import type { CommandContext } from '../context.ts';
import { Refused } from '../problem.ts';
import { earningLines } from './earning-lines.ts';
import type { OrderRecord } from './order-record.ts';
import { priceRecord } from './price-record.ts';

type Selling = Pick<CommandContext, 'actor' | 'account'>;

/** The lines of a priced order that are sold too cheaply for this actor, by id. What the least would be is told only to who may see costs. */
export function belowFloor({ actor, account }: Selling, priced: OrderRecord): ReadonlyMap<string, Refusal> {
  if (actor.permissions.has('price:below_floor')) return new Map();
  return new Map(
    earningLines(priced).flatMap((line): readonly (readonly [string, Refusal])[] => {
      const margin = lineMargin(line, priced.currency, account.leastMarginPpm);
      if (margin === null || margin.below === null) return [];
      const detail = actor.permissions.has('cost:read') ? { leastAmount: leastNetAmount(margin.costAmount, account.leastMarginPpm) } : {};
      return [[line.id, { code: 'line.below_floor', lineId: line.id, detail }]];
    }),
  );
}

/** A refusal for each line that is too cheap by now and was not before. */
export function fellBelowFloor(context: Selling, before: OrderRecord, priced: OrderRecord): readonly Refusal[] {
  const was = belowFloor(context, before);
  return [...belowFloor(context, priced).values()].filter(({ lineId = '' }) => !was.has(lineId));
}

/** Throws `line.below_floor` for each line that is too cheap by now and was not before. */
export function assertNoneFellBelowFloor(context: Selling, before: OrderRecord, priced: OrderRecord, pointer: string): void {
  const [first, ...others] = fellBelowFloor(context, before, priced).map((refusal) => ({ ...refusal, pointer }));
  if (first !== undefined) throw new Refused([first, ...others]);
}

/**
 * Throws `line.below_floor` for each line that a new quantity, or another line beside it, made too cheap: one with a price or an amount
 * off by hand, or any under a discount of the whole order by hand, unless it would be as cheap without that. Customers are not asked.
 */
export function assertNotMadeTooCheap(context: Selling, before: OrderRecord, priced: OrderRecord, pointerOf: (lineId: string) => string): void {
  if (context.actor.kind !== 'staff' && context.actor.kind !== 'api_key') return;
  const ownPrices = new Set(priced.lines.flatMap(({ id, override, discount }) => (override !== null || discount?.kind === 'fixed' ? id : [])));
  const others = priced.discounts.filter(({ source }) => source !== 'manual');
  const isByHand = others.length < priced.discounts.length;
  if (ownPrices.size === 0 && !isByHand) return;
  const fell = fellBelowFloor(context, before, priced);
  if (fell.length === 0) return;
  const anyway = isByHand ? belowFloor(context, priceRecord({ ...priced, discounts: others })) : new Map();
  const [first, ...more] = fell
    .filter(({ lineId = '' }) => ownPrices.has(lineId) || (isByHand && !anyway.has(lineId)))
    .map((refusal) => ({ ...refusal, pointer: pointerOf(refusal.lineId ?? '') }));
  if (first !== undefined) throw new Refused([first, ...more]);
}

/** Throws `line.below_floor` for a line of a priced order. */
export function assertAboveFloor(context: Selling, priced: OrderRecord, lineId: string, pointer: string): void {
  const refusal = belowFloor(context, priced).get(lineId);
  if (refusal !== undefined) throw new Refused([{ ...refusal, pointer }]);
}
