// What a list says a product costs "from": the lowest price of one piece at any break, of what is on sale. A variant whose prices do not
// apply, or that is not sold, counts for nothing; no amount is worked out with this figure.
import { isCheaperEach, unitDecimal } from '../money/rational.ts';
import type { PriceBreak } from '../pricing/types.ts';
import { type PriceQuestion, type PriceRow, selectPriceTable } from './select-price-table.ts';

/**
 * The lowest unit price (decimal, up to six places) among the tables that apply to these variants of one product; null when none of them
 * has a price. `rows` are all of the product.
 */
export function lowestUnitPrice(rows: readonly PriceRow[], variantIds: readonly string[], question: Omit<PriceQuestion, 'variantId'>): string | null {
  const rowsOf = Map.groupBy(rows, (row) => row.variantId);
  const shared = rowsOf.get(null) ?? [];
  const ownPrices = variantIds.filter((id) => rowsOf.has(id));
  // Variants without prices of their own all have the same table.
  const [alike] = variantIds.filter((id) => !rowsOf.has(id));
  let lowest: PriceBreak | null = null;
  for (const variantId of alike === undefined ? ownPrices : [alike, ...ownPrices]) {
    const table = selectPriceTable([...(rowsOf.get(variantId) ?? []), ...shared], { ...question, variantId });
    for (const each of table?.breaks ?? []) if (lowest === null || isCheaper(each, lowest)) lowest = each;
  }
  return lowest === null ? null : unitDecimal(lowest.extendedPrice, lowest.quantity);
}

const isCheaper = (a: PriceBreak, b: PriceBreak) => isCheaperEach({ price: a.extendedPrice, per: a.quantity }, { price: b.extendedPrice, per: b.quantity });
