// What the schema cannot say about settings: relations between fields. Pure; each answer names the field by its pointer.
import type { ShippingRateTerms } from '@backdesk/domain/shipping/types.ts';

export type TaxRateFields = {
  readonly code: string;
  readonly name: string;
  readonly ratePpm: number;
  readonly country: string;
  readonly region: string;
  readonly category: string | null;
  readonly onShipping: boolean;
  readonly active: boolean;
};

export type FieldError = { readonly pointer: string; readonly message: string };

/** A code that no currency has would leave the number of its digits to chance. */
export function checkCurrency(currency: string): readonly FieldError[] {
  return Intl.supportedValuesOf('currency').includes(currency) ? [] : [{ pointer: '/currency', message: 'must be the code of a currency, such as USD' }];
}

/** Tiers ascend by weight and only the last may be open: else two tiers would claim one parcel. */
export function checkRates(rates: readonly { readonly name: string; readonly terms: ShippingRateTerms }[]): readonly FieldError[] {
  const names = rates.map((rate) => rate.name.toLowerCase());
  return rates.flatMap((rate, index) => [
    ...(names.indexOf(rate.name.toLowerCase()) < index ? [{ pointer: `/rates/${index}/name`, message: 'is the name of another rate of this zone' }] : []),
    ...checkTerms(rate.terms, `/rates/${index}/terms`),
  ]);
}

function checkTerms(terms: ShippingRateTerms, pointer: string): readonly FieldError[] {
  if (terms.kind === 'flat') return [];
  return terms.tiers.flatMap((tier, index) => {
    const before = terms.tiers[index - 1]?.upToGrams;
    const at = `${pointer}/tiers/${index}/upToGrams`;
    if (before === null) return [{ pointer: at, message: 'comes after the open tier, which must be the last' }];
    if (tier.upToGrams !== null && before !== undefined && tier.upToGrams <= before)
      return [{ pointer: at, message: `must be more than ${before}, where the tier before it ends` }];
    return [];
  });
}

/** A country that is named twice in one zone says two things about its regions. */
export function checkAreas(areas: readonly { readonly country: string }[]): readonly FieldError[] {
  const countries = areas.map((area) => area.country);
  return areas.flatMap((area, index) =>
    countries.indexOf(area.country) < index ? [{ pointer: `/areas/${index}/country`, message: 'is named twice in this zone' }] : [],
  );
}
