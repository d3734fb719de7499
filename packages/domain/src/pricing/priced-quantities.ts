// What a piece costs in each quantity of a line that is sold by its breaks alone: what a list of them shows (ordering facts 10.1).
import { priceLine } from './price-line.ts';
import { type AllowedQuantity, allowedQuantities } from './quantity-rules.ts';
import type { PricingLine } from './types.ts';

/** `unitPrice`: of a piece, with upcharges, in major units; null: there is none. */
export type PricedQuantity = AllowedQuantity & { readonly unitPrice: string | null };

/** The quantities that a line sold by its breaks alone may have beside the others of its break group, ascending, priced; of any other line none. */
export function pricedQuantities(lines: readonly PricingLine[], lineId: string, currency: string): readonly PricedQuantity[] {
  const line = lines.find(({ id }) => id === lineId);
  if (line === undefined) return [];
  return allowedQuantities(lines, lineId).map((allowed) => {
    const group = { quantity: allowed.groupQuantity, alike: true, hasRun: false };
    return { ...allowed, unitPrice: priceLine({ ...line, quantity: allowed.quantity }, group, currency).unitPrice };
  });
}
