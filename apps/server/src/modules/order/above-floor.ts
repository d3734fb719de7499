// Who may not sell below cost, or below the least margin of the account, is refused when they set a price that does. Who may is only warned
// (the screen reads the margin). What became too cheap by something else is nobody's to refuse.
import { leastNetAmount, lineMargin } from '@backdesk/domain/pricing/margin.ts';
import type { CommandContext } from '../context.ts';
import { Refused } from '../problem.ts';
import { earningLines } from './earning-lines.ts';
import type { OrderRecord } from './order-record.ts';

/** Throws `line.below_floor` for a line of a priced order. What the least would be is told only to who may see what things cost. */
export function assertAboveFloor({ actor, account }: Pick<CommandContext, 'actor' | 'account'>, priced: OrderRecord, lineId: string, pointer: string): void {
  if (actor.permissions.has('price:below_floor')) return;
  const line = earningLines(priced).find(({ id }) => id === lineId);
  const margin = line === undefined ? null : lineMargin(line, priced.currency, account.leastMarginPpm);
  if (margin === null || margin.below === null) return;
  const detail = actor.permissions.has('cost:read') ? { leastAmount: leastNetAmount(margin.costAmount, account.leastMarginPpm) } : {};
  throw new Refused([{ code: 'line.below_floor', lineId, pointer, detail }]);
}
