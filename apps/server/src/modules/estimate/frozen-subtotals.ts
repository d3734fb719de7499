import type { FrozenLine } from '@backdesk/contract/estimate/frozen.ts';
import { sectionTotals } from '@backdesk/domain/order/section-totals.ts';

type Part = Pick<FrozenLine, 'id' | 'kind' | 'optional' | 'chosen' | 'total'>;

/** What the lines of each section come to, by the section's id; minor units. */
export function frozenSubtotals(lines: readonly Part[]): ReadonlyMap<string, number> {
  return sectionTotals(lines.map(({ id, kind, optional, chosen, total }) => ({ id, kind, optional, chosen, totalAmount: total })));
}
