// How many bundles the stock of their parts makes. A bundle has no stock of its own: what is counted and reserved are its parts, each in the
// pieces that go into one. Decision record 0047.

export type PartStock = {
  /** Pieces in one bundle. */
  readonly quantity: number;
  readonly tracked: boolean;
  /** May be negative. */
  readonly available: number;
  readonly backorder: boolean;
};

export type BundleStock = { readonly tracked: boolean; readonly available: number; readonly backorder: boolean };

/** Whole bundles that a part is there for; null: it is not counted. */
export function bundlesFrom({ quantity, tracked, available }: PartStock): number | null {
  return tracked ? Math.floor(available / quantity) : null;
}

/**
 * The stock of a bundle as that of its parts: the part of which there are fewest decides. More can be back-ordered while those that may not
 * be are there for more. Not tracked: no part is.
 * @example 30 pens at 3 each and 12 shirts, pens on back-order: `{ tracked: true, available: 10, backorder: true }`
 */
export function bundleStock(parts: readonly PartStock[]): BundleStock {
  const makes = (of: readonly PartStock[]) => of.reduce((least, part) => Math.min(least, bundlesFrom(part) ?? least), Number.POSITIVE_INFINITY);
  const available = makes(parts);
  if (available === Number.POSITIVE_INFINITY) return { tracked: false, available: 0, backorder: false };
  return { tracked: true, available, backorder: makes(parts.filter(({ backorder }) => !backorder)) > available };
}
