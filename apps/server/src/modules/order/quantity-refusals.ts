// What a person typed out of range is refused with the bound; what became wrong by something else is a blocker that stays
// until it is put right (cases, policies 6 and 8). The calculator reports both alike: what is new was typed.
import type { Refusal, RefusalCode } from '@backdesk/domain/core/refusal.ts';
import { Refused } from '../problem.ts';
import type { OrderRecord } from './order-record.ts';

const refusedWhenTyped: ReadonlySet<RefusalCode> = new Set([
  'line.below_minimum',
  'line.over_maximum',
  'line.not_in_increment',
  'line.quantity_out_of_range',
  'line.override_out_of_range',
  'line.discount_out_of_range',
  'order.negative_total',
]);

const keyOf = ({ code, lineId, detail }: Refusal) => `${code} ${lineId ?? ''} ${JSON.stringify(detail ?? {})}`;

/** Throws when the priced order holds a rule broken that was not broken before. */
export function assertQuantitiesAllowed(before: OrderRecord | null, priced: OrderRecord): void {
  const known = new Set(before?.pricing.lines.flatMap(({ blockers }) => blockers.map(keyOf)));
  const [first, ...others] = priced.pricing.lines
    .flatMap(({ blockers }) => blockers)
    .filter((blocker) => refusedWhenTyped.has(blocker.code) && !known.has(keyOf(blocker)));
  if (first !== undefined) throw new Refused([first, ...others]);
}
