// A section is a heading between lines; what follows it, up to the next one, is in it. Its subtotal is a sum of stored parts and changes no
// total (decision record 0028).
import { type MinorUnits, minor } from '../money/money.ts';
import type { LineKind } from '../pricing/types.ts';

export type SectionedLine = {
  readonly id: string;
  readonly kind: LineKind;
  readonly optional: boolean;
  readonly chosen: boolean;
  /** Minor units, after the line discount. */
  readonly totalAmount: number;
};

/** The subtotal of each section, by its id. An optional line that is not chosen is in none. */
export function sectionTotals(lines: readonly SectionedLine[]): ReadonlyMap<string, MinorUnits> {
  const totals = new Map<string, MinorUnits>();
  let section: string | null = null;
  for (const line of lines) {
    if (line.kind === 'section') {
      section = line.id;
      totals.set(section, minor(0));
    } else if (section !== null && (!line.optional || line.chosen)) {
      totals.set(section, minor((totals.get(section) ?? 0) + line.totalAmount));
    }
  }
  return totals;
}

/** Lines of the catalogue: a variant, or a bundle of variants. */
export function isFromCatalog(line: { readonly kind: LineKind }): boolean {
  return line.kind === 'catalog' || line.kind === 'bundle';
}

/** Lines that something is ordered by: a document of headings alone is empty. */
export function isGoods(line: { readonly kind: LineKind }): boolean {
  return line.kind !== 'section';
}
