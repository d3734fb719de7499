// Who may not sell below cost, or below the least margin of the account, is refused when they set a price that does. Who may is only warned
// (the screen reads the margin). What became too cheap by something else is nobody's to refuse.
import type { Refusal } from '@backdesk/domain/core/refusal.ts';
import { leastNetAmount, lineMargin } from '@backdesk/domain/pricing/margin.ts';
import type { CommandContext } from '../context.ts';
import { Refused } from '../problem.ts';
import { earningLines } from './earning-lines.ts';
import type { OrderRecord } from './order-record.ts';

/** The refusal of a line of a priced order that is sold too cheaply for this actor, null otherwise. What the least would be is told only to who may see costs. */
export function floorRefusal({ actor, account }: Pick<CommandContext, 'actor' | 'account'>, priced: OrderRecord, lineId: string): Refusal | null {
  if (actor.permissions.has('price:below_floor')) return null;
  const line = earningLines(priced).find(({ id }) => id === lineId);
  const margin = line === undefined ? null : lineMargin(line, priced.currency, account.leastMarginPpm);
  if (margin === null || margin.below === null) return null;
  const detail = actor.permissions.has('cost:read') ? { leastAmount: leastNetAmount(margin.costAmount, account.leastMarginPpm) } : {};
  return { code: 'line.below_floor', lineId, detail };
}

/** Throws `line.below_floor` for a line of a priced order. */
export function assertAboveFloor(context: Pick<CommandContext, 'actor' | 'account'>, priced: OrderRecord, lineId: string, pointer: string): void {
  const refusal = floorRefusal(context, priced, lineId);
  if (refusal !== null) throw new Refused([{ ...refusal, pointer }]);
}
