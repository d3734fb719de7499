// The built-in rates: flat, or by the weight of what the shipment holds.
import type { MinorUnits } from '../money/money.ts';
import type { ShippingRateTerms } from './types.ts';

/** The charge of a rate for a shipment of this weight in grams; null when the rate does not serve it. */
export function quoteRate(terms: ShippingRateTerms, weightGrams: number): MinorUnits | null {
  if (terms.kind === 'flat') return terms.amount;
  const tier = terms.tiers.find((each) => each.upToGrams === null || weightGrams <= each.upToGrams);
  return tier?.amount ?? null;
}
