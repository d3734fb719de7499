// Who may not sell below cost, or below the least margin of the account, is refused when they set a price that does. Who may is only warned
// (the screen reads the margin). A discount of the whole order given by hand counts like a price; one of the account, by code or by itself, is
// the account's own offer. What became too cheap by something else is nobody's to refuse.
import type { Refusal } from '@backdesk/domain/core/refusal.ts';
import { leastNetAmount, lineMargin } from '@backdesk/domain/pricing/margin.ts';
import type { CommandContext } from '../context.ts';
import { Refused } from '../problem.ts';
import { earningLines } from './earning-lines.ts';
import type { OrderRecord } from './order-record.ts';

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

/** Throws `line.below_floor` for a line of a priced order. */
export function assertAboveFloor(context: Selling, priced: OrderRecord, lineId: string, pointer: string): void {
  const refusal = belowFloor(context, priced).get(lineId);
  if (refusal !== undefined) throw new Refused([{ ...refusal, pointer }]);
}
