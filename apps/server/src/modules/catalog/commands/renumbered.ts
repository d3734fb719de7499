import type { VariantRecord } from '../records.ts';

/** Of variants in their new order those that are new, otherwise changed (`touched`) or stand elsewhere now, at their places. */
export function renumbered(ordered: readonly VariantRecord[], touched: ReadonlySet<string>): readonly VariantRecord[] {
  return ordered.flatMap((variant, at) => {
    const position = at + 1;
    if (touched.has(variant.id)) return [{ ...variant, position }];
    return variant.position === position ? [] : [{ ...variant, position, version: variant.version + 1 }];
  });
}
