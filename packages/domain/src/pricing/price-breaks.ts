// Price breaks: the highest break not above the quantity; break prices are extended amounts (cases, policy 8).

import { minor } from '../money/money.ts';
import { isCheaperEach, unitDecimal } from '../money/rational.ts';
import { amountOff } from './discounts/amount-off.ts';
import type { BreakHint, PriceBreak, PricingLine } from './types.ts';
import { addedBy, amountWith, unitPriceWith } from './upcharges.ts';

/** The highest break not above the quantity; null when the quantity is under the lowest. Breaks ascend by quantity. */
export function breakFor(breaks: readonly PriceBreak[], quantity: number): PriceBreak | null {
  let found: PriceBreak | null = null;
  for (const each of breaks) {
    if (each.quantity > quantity) break;
    found = each;
  }
  return found;
}

/** What chooses the break of a line, and what the rest of its group may be compared by. */
export type LineGroup = {
  /** Pieces of the group in all, this line's included. */
  readonly quantity: number;
  /** False when tables, upcharges or discounts of its lines differ: then only the line's own saving is known. */
  readonly alike: boolean;
  /** A charge for each piece hangs on the line: it grows with every piece more, so that no saving is claimed. */
  readonly hasRun: boolean;
};

/**
 * The smallest larger quantity that costs less in all ("500 cost 341.50 less"), after the line's own discount; else the next break when a
 * piece is cheaper there.
 * For a group the saving is the whole group's, and `quantity` is this line's part of it.
 */
export function breakHint(line: PricingLine, group: LineGroup, currency: string): BreakHint | null {
  const breaks = line.priceTable?.breaks ?? [];
  const current = breakFor(breaks, group.quantity);
  if (current === null || current === breaks.at(-1)) return null;
  const { maximum } = line.quantityRule;
  const unitAt = (each: PriceBreak) =>
    unitPriceWith(unitDecimal(each.extendedPrice, each.quantity), addedBy(line.upcharges, Math.max(group.quantity, each.quantity)));
  const once = line.upcharges.reduce((sum, { perLine }) => sum + perLine, 0);
  const cost = (pieces: number, each: PriceBreak, groupQuantity: number) => {
    const together = amountWith({ price: each.extendedPrice, per: each.quantity }, addedBy(line.upcharges, groupQuantity), pieces, currency) + once;
    return line.discount === null ? together : together - amountOff(minor(together), line.discount);
  };
  const others = group.alike ? group.quantity - line.quantity : 0;
  const now = cost(line.quantity + others, current, group.quantity);
  let next: PriceBreak | null = null;
  for (const each of breaks) {
    if (each.quantity <= group.quantity) continue;
    if (maximum !== null && each.quantity > maximum) break;
    next ??= each;
    const quantity = line.quantity + each.quantity - group.quantity;
    const saves = now - cost(quantity + others, each, each.quantity);
    if (saves > 0 && !group.hasRun) return { quantity, unitPrice: unitAt(each), saves: minor(saves) };
  }
  if (next === null || !isCheaperEach({ price: next.extendedPrice, per: next.quantity }, { price: current.extendedPrice, per: current.quantity })) return null;
  return { quantity: line.quantity + next.quantity - group.quantity, unitPrice: unitAt(next), saves: null };
}
