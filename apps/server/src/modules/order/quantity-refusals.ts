// What a person typed out of range is refused with the bound; what became wrong by something else is a blocker that stays
// until it is put right (cases, policies 6 and 8). The calculator reports both alike: what is new was typed.
import { isDeepStrictEqual } from 'node:util';
import type { Refusal, RefusalCode } from '@backdesk/domain/core/refusal.ts';
import canonicalize from 'canonicalize';
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

// The details of a stored blocker come back with their keys in another order.
const keyOf = ({ code, lineId, detail }: Refusal) => `${code} ${lineId ?? ''} ${canonicalize(detail ?? {})}`;

/**
 * Throws when the priced order breaks a rule that it did not break before. `pointers` says where in the request a line was
 * named, when there are several in it.
 */
export function assertQuantitiesAllowed(before: OrderRecord | null, priced: OrderRecord, pointers: ReadonlyMap<string, string> = new Map()): void {
  const known = new Set(before?.pricing.lines.flatMap(({ blockers }) => blockers.map(keyOf)));
  const discounts = new Map(before?.lines.map(({ id, discount }) => [id, discount]));
  const typed = new Set(priced.lines.filter(({ id, discount }) => !isDeepStrictEqual(discounts.get(id) ?? null, discount)).map(({ id }) => id));
  // A discount whose base shrank below it counts up to the base and stays a blocker; only one set now is refused.
  const isRefused = (blocker: Refusal, lineId: string) =>
    blocker.code === 'discount.exceeds_base' ? typed.has(lineId) : refusedWhenTyped.has(blocker.code) && !known.has(keyOf(blocker));
  const [first, ...others] = priced.pricing.lines.flatMap(({ lineId, blockers }) =>
    blockers
      .filter((blocker) => isRefused(blocker, lineId))
      .map((blocker) => ({ ...blocker, pointer: `${pointers.get(lineId) ?? ''}${blocker.pointer ?? ''}` })),
  );
  if (first !== undefined) throw new Refused([first, ...others]);
}
