// Which of the account's rates apply at a place. Rates of one place add up; compound rates are refused (cases, policy 1).
import type { TaxPlace, TaxRate } from './types.ts';

/** A rate as kept by the account: where it applies, beside what it is. '' as region reaches the whole country. */
export type PlacedTaxRate = TaxRate & { readonly country: string; readonly region: string };

/** The rates of a place: those of its country and those of its region add up. */
export function matchRates(rates: readonly PlacedTaxRate[], place: TaxPlace): readonly TaxRate[] {
  const region = place.region.trim().toUpperCase();
  return rates
    .filter((rate) => rate.country === place.country && (rate.region === '' || rate.region.toUpperCase() === region))
    .map(({ country: _, region: __, ...rate }) => rate);
}
