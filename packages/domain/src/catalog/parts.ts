// What a bundle is made of: other variants, so many of each for one bundle. A line holds a copy of its parts as they were when it was
// entered, so that nothing in the catalogue can change what was promised. Decision record 0047.
import type { DecimalString } from '../money/money.ts';
import { decimalOfMillionths, millionths } from '../money/rational.ts';
import type { PriceTable } from '../pricing/types.ts';
import type { Answer } from './configuration-options.ts';
import type { Unavailability } from './sold-to.ts';

export const bundlePricings = ['fixed', 'summed'] as const;
/** `fixed`: the bundle has a price of its own and its parts cost nothing; `summed`: it costs what its parts cost. */
export type BundlePricing = (typeof bundlePricings)[number];

/** One part as a bundle line holds it, with what the line of the part begins with. */
export type LinePart = {
  readonly id: string;
  /** Whole pieces in one bundle, at least 1. */
  readonly quantity: number;
  readonly pricing: BundlePricing;
  readonly variantId: string;
  readonly productId: string;
  readonly name: string;
  readonly sku: string;
  readonly productCode: string;
  readonly options: readonly { readonly name: string; readonly value: string }[];
  readonly imageUrl: string | null;
  readonly priceTable: PriceTable | null;
  readonly breakGroup: string | null;
  readonly taxCategory: string;
  readonly ships: boolean;
  readonly weightGrams: number | null;
  /** What must be answered before it can be ordered. */
  readonly answers: readonly Answer[];
  readonly unavailable: Unavailability | null;
  /** Of a piece. It is told with the margin of the order alone. */
  readonly cost?: DecimalString | null;
};

/** Which part of its bundle a line is; null: it is none. */
export function partOf(
  lines: readonly { readonly id: string; readonly parts: readonly LinePart[] }[],
  { parentLineId, partId }: { readonly parentLineId: string | null; readonly partId: string | null },
): LinePart | null {
  if (partId === null) return null;
  return lines.find(({ id }) => id === parentLineId)?.parts.find(({ id }) => id === partId) ?? null;
}

/** What of a part's line follows from the bundle, whatever the catalogue says of the variant sold alone. */
export type PartOwn = {
  readonly priceTable: PriceTable | null;
  readonly breakGroup: string | null;
  readonly ships: boolean;
  readonly weightGrams: number | null;
  readonly upcharges: readonly unknown[];
};

/** In a bundle of a fixed price a part has no price, and travels in the bundle's own weight. */
export function partIn<Part extends PartOwn>(part: Part, pricing: BundlePricing): Part {
  if (pricing === 'summed') return part;
  const isSame = part.priceTable === null && part.breakGroup === null && !part.ships && part.weightGrams === null && part.upcharges.length === 0;
  return isSame ? part : { ...part, priceTable: null, breakGroup: null, ships: false, weightGrams: null, upcharges: [] };
}

/** Grams of all that one bundle holds; null: of one part it is not known. A part that does not ship weighs nothing. */
export function weightOfParts(parts: readonly Pick<LinePart, 'quantity' | 'weightGrams' | 'ships'>[]): number | null {
  let grams = 0;
  for (const { quantity, weightGrams, ships } of parts) {
    if (!ships) continue;
    if (weightGrams === null) return null;
    grams += weightGrams * quantity;
  }
  return grams;
}

type Costing = {
  readonly id: string;
  readonly parentLineId: string | null;
  readonly partId: string | null;
  readonly parts: readonly Pick<LinePart, 'id' | 'quantity' | 'pricing'>[];
};

/**
 * What a piece of each line costs where margins are asked, in major units (null: not known); undefined: a part of a bundle of a fixed price,
 * which is paid for there, so that its cost is the bundle's.
 * @example a kit of a shirt at 3.85 and three pens at 0.41 costs "5.08"
 */
export function unitCosts<Line extends Costing>(
  lines: readonly Line[],
  costOf: (line: Line) => DecimalString | null,
): (line: Line) => DecimalString | null | undefined {
  const fixed = new Map(lines.flatMap((line) => (line.parts[0]?.pricing === 'fixed' ? [[line.id, line] as const] : [])));
  if (fixed.size === 0) return costOf;
  const within = Map.groupBy(
    lines.filter(({ partId, parentLineId }) => partId !== null && fixed.has(parentLineId ?? '')),
    ({ parentLineId }) => parentLineId,
  );
  return (line) => {
    if (line.partId !== null && fixed.has(line.parentLineId ?? '')) return undefined;
    if (!fixed.has(line.id)) return costOf(line);
    let cost = 0n;
    for (const { id, quantity } of line.parts) {
      const part = within.get(line.id)?.find(({ partId }) => partId === id);
      const each = part === undefined ? null : costOf(part);
      if (each === null) return null;
      cost += millionths(each) * BigInt(quantity);
    }
    return decimalOfMillionths(cost);
  };
}
