// What the quantities typed in a matrix come to: all variants are priced together, the empty ones with none, so that each cell has
// the price that the pieces typed so far give it. Pure.
import type { OrderLine } from '@backdesk/contract/order/lines.ts';
import type { RefusalJson } from '@backdesk/contract/order/refusal.ts';
import type { Refusal } from '@backdesk/domain/core/refusal.ts';
import { priceTogether } from '../editing/price-together.ts';

export type PricedMatrix = {
  /** Of one piece, by line; null: it has no price. */
  readonly unitPrices: ReadonlyMap<string, string | null>;
  readonly pieces: number;
  readonly lineCount: number;
  /** Minor units, before tax and order discounts. */
  readonly amount: number;
  /** Why it cannot be added as it stands. */
  readonly refusal: RefusalJson | null;
};

/** Rules of a whole break group, reported on one of its lines, which may be an empty one. */
const groupRules: ReadonlySet<string> = new Set(['line.over_maximum', 'line.not_in_increment', 'line.below_minimum']);
/** Told at the option itself. */
const toldElsewhere: ReadonlySet<string> = new Set(['line.configuration_missing']);

/** `lines`: one for each variant; `quantities` by their ids; `present`: what is on the order already. */
export function priceMatrix(
  lines: readonly OrderLine[],
  quantities: ReadonlyMap<string, number>,
  present: readonly OrderLine[],
  currency: string,
): PricedMatrix {
  const all = lines.map((line) => ({ ...line, quantity: quantities.get(line.id) ?? 0 }));
  const wanted = all.filter(({ quantity }) => quantity > 0);
  const priced = new Map(priceTogether([...present, ...all], currency).map((line) => [line.lineId, line]));
  const groups = new Set(wanted.flatMap(({ breakGroup }) => breakGroup ?? []));
  const refusals = all.flatMap((line): readonly Refusal[] => {
    const blockers = priced.get(line.id)?.blockers ?? [];
    if (line.quantity > 0) return blockers.filter(({ code }) => !toldElsewhere.has(code));
    return line.breakGroup !== null && groups.has(line.breakGroup) ? blockers.filter(({ code }) => groupRules.has(code)) : [];
  });
  const [refusal] = refusals;
  return {
    unitPrices: new Map(all.map(({ id }) => [id, priced.get(id)?.unitPrice ?? null])),
    pieces: wanted.reduce((sum, { quantity }) => sum + quantity, 0),
    lineCount: wanted.length,
    amount: wanted.reduce((sum, { id }) => sum + (priced.get(id)?.total ?? 0), 0),
    refusal: refusal === undefined ? null : { code: refusal.code, ...(refusal.detail !== undefined && { detail: { ...refusal.detail } }) },
  };
}
