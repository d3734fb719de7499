// Which quantities may be ordered: from the lowest break, in steps between the breaks, up to the largest (cases, "Price breaks").
import type { Refusal } from '../core/refusal.ts';
import { breakGroups, piecesOf } from './break-groups.ts';
import { breakFor } from './price-breaks.ts';
import type { PricingLine } from './types.ts';

/** The nearest allowed quantities around one that is not: what the message offers. */
function neighbours(
  breaks: readonly { readonly quantity: number }[],
  { increment, maximum }: { readonly increment: number; readonly maximum: number | null },
  quantity: number,
): { readonly below: number; readonly above: number | null } {
  const atMost = (above: number | null) => (above !== null && maximum !== null && above > maximum ? null : above);
  const from = breaks.findLast((each) => each.quantity <= quantity)?.quantity ?? 0;
  const next = breaks.find((each) => each.quantity > quantity)?.quantity ?? null;
  if (increment === 0) return { below: from, above: atMost(next) };
  const below = quantity - ((quantity - from) % increment);
  const above = below + increment;
  return { below, above: atMost(next === null ? above : Math.min(above, next)) };
}

/** Whether it is sold in the quantities of its breaks alone. */
export function isSoldByBreaks({ quantityRule, priceTable }: Pick<PricingLine, 'quantityRule' | 'priceTable'>): boolean {
  return quantityRule.increment === 0 && (priceTable?.breaks.length ?? 0) > 0;
}

/** A quantity that a line may have, and what its break group comes to then. */
export type AllowedQuantity = { readonly quantity: number; readonly groupQuantity: number };

/** The quantities that a line sold by its breaks alone may have beside the others of its break group, ascending; of any other line none. */
export function allowedQuantities(lines: readonly PricingLine[], lineId: string): readonly AllowedQuantity[] {
  const at = lines.findIndex(({ id }) => id === lineId);
  const line = lines[at];
  if (line === undefined || !isSoldByBreaks(line)) return [];
  const { maximum } = line.quantityRule;
  const others = (breakGroups(lines)[at]?.quantity ?? 0) - piecesOf(line);
  const sold = (line.priceTable?.breaks ?? []).map(({ quantity }) => quantity).filter((quantity) => maximum === null || quantity <= maximum);
  return sold.map((groupQuantity) => ({ quantity: groupQuantity - others, groupQuantity })).filter(({ quantity }) => quantity > 0);
}

/**
 * What stands against this quantity of the line's break group, all at once: `line.below_minimum`, `line.over_maximum`,
 * `line.not_in_increment`, each with its bound. A price set by a person has no lowest break.
 */
export function quantityRefusals(line: Pick<PricingLine, 'id' | 'priceTable' | 'quantityRule' | 'override'>, groupQuantity: number): readonly Refusal[] {
  const breaks = line.priceTable?.breaks ?? [];
  const at = { lineId: line.id, pointer: '/quantity' };
  const { increment, maximum } = line.quantityRule;
  const refusals: Refusal[] = [];
  const lowest = breaks[0];
  const below = lowest !== undefined && breakFor(breaks, groupQuantity) === null;
  if (below && line.override === null) refusals.push({ code: 'line.below_minimum', ...at, detail: { minimum: lowest.quantity, quantity: groupQuantity } });
  if (maximum !== null && groupQuantity > maximum) refusals.push({ code: 'line.over_maximum', ...at, detail: { maximum, quantity: groupQuantity } });
  if (increment !== null && !below && (increment > 0 || breaks.length > 0)) {
    const { below: lower, above } = neighbours(breaks, { increment, maximum }, groupQuantity);
    if (lower !== groupQuantity) refusals.push({ code: 'line.not_in_increment', ...at, detail: { increment, quantity: groupQuantity, below: lower, above } });
  }
  return refusals;
}

/**
 * The nearest quantities that may stand on a line in place of its own, ascending, where `groupQuantity` is what its break group comes to
 * now; of a line that nothing stands against, none.
 */
export function allowedNear(line: Pick<PricingLine, 'id' | 'quantity' | 'priceTable' | 'quantityRule' | 'override'>, groupQuantity: number): readonly number[] {
  if (quantityRefusals(line, groupQuantity).length === 0) return [];
  const breaks = line.priceTable?.breaks ?? [];
  const { increment, maximum } = line.quantityRule;
  const most = Math.min(groupQuantity, maximum ?? groupQuantity);
  const lowest = breaks[0]?.quantity ?? 1;
  const { below, above } = increment === null ? { below: most, above: null } : neighbours(breaks, { increment, maximum }, most);
  const near = most < lowest ? [lowest] : [below, ...(above === null ? [] : [above])];
  const others = groupQuantity - line.quantity;
  return near.filter((quantity) => quantity > others && quantityRefusals(line, quantity).length === 0).map((quantity) => quantity - others);
}
