// What is not there. Lines of one variant draw from one stock in the order of the document, so that two lines of ten say it
// at the second when eleven are left (cases, "Lifecycle"). Nothing is reserved by a draft: this is as of the moment it is asked.

import type { LineKind } from '../pricing/types.ts';

export type StockedLine = {
  readonly id: string;
  /** null: a line without a catalogue variant. */
  readonly variantId: string | null;
  /** Whole pieces. */
  readonly quantity: number;
  /** null: stock is not tracked, or not known. `available` may be negative. */
  readonly stock: { readonly available: number; readonly allowsBackorder: boolean } | null;
};

/** The variant whose stock a line draws from: of a bundle its parts are counted, each on its own line. null: none. */
export function drawsFrom(line: { readonly kind: LineKind; readonly variantId: string | null }): string | null {
  return line.kind === 'bundle' ? null : line.variantId;
}

/** `short`: pieces of this line that are not there, 1 to its quantity. `available`: pieces of the variant in all, at least 0. */
export type Shortage = { readonly lineId: string; readonly short: number; readonly available: number; readonly allowsBackorder: boolean };

/**
 * The counted lines of an order, in document order, that want more than there is.
 * @example 38 left, one line of 50: `{ short: 12, available: 38 }`
 */
export function shortages(lines: readonly StockedLine[]): readonly Shortage[] {
  const taken = new Map<string, number>();
  return lines.flatMap(({ id, variantId, quantity, stock }): readonly Shortage[] => {
    if (variantId === null || stock === null) return [];
    const wanted = (taken.get(variantId) ?? 0) + quantity;
    taken.set(variantId, wanted);
    const available = Math.max(0, stock.available);
    const short = Math.min(quantity, wanted - available);
    return short <= 0 ? [] : [{ lineId: id, short, available, allowsBackorder: stock.allowsBackorder }];
  });
}
