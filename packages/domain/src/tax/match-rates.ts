// Which of the account's rates apply at a place. Rates of one place add up; compound rates are refused (cases, policy 1).
import { longestPrefix } from '../core/postcode.ts';
import type { TaxPlace, TaxRate } from './types.ts';

/**
 * A rate as kept by the account: where it applies, beside what it is. '' as region reaches the whole country; postcodes (how they
 * begin) narrow it further, none do not.
 */
export type PlacedTaxRate = TaxRate & { readonly country: string; readonly region: string; readonly postcodes: readonly string[] };

/** A rate that applies, and by what of the place: the narrowest thing it names. */
export type TaxMatch = { readonly rate: TaxRate; readonly by: 'country' | 'region' | 'postcode'; readonly matched: string };

/** The rates of a place with the reason: those of its country, of its region and of its postcode add up. */
export function explainRates(rates: readonly PlacedTaxRate[], place: TaxPlace): readonly TaxMatch[] {
  const here = place.region.trim().toUpperCase();
  return rates.flatMap(({ country, region, postcodes, ...rate }): readonly TaxMatch[] => {
    if (country !== place.country || (region !== '' && region.toUpperCase() !== here)) return [];
    const prefix = longestPrefix(postcodes, place.postcode);
    if (prefix !== null) return [{ rate, by: 'postcode', matched: prefix }];
    if (postcodes.length > 0) return [];
    return [region === '' ? { rate, by: 'country', matched: country } : { rate, by: 'region', matched: region }];
  });
}

/** The rates of a place. */
export function matchRates(rates: readonly PlacedTaxRate[], place: TaxPlace): readonly TaxRate[] {
  return explainRates(rates, place).map(({ rate }) => rate);
}
