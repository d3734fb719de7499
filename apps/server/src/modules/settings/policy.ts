// What the schema cannot say about settings: relations between fields. Pure; each answer names the field by its pointer.
import { type ListedUnit, unitKey } from '@backdesk/domain/catalog/unit-list.ts';
import { postcodeKey } from '@backdesk/domain/core/postcode.ts';
import { isRegionOf } from '@backdesk/domain/core/regions.ts';
import type { ShippingRateTerms, ZoneArea } from '@backdesk/domain/shipping/types.ts';

export type TaxRateFields = {
  readonly code: string;
  readonly name: string;
  readonly ratePpm: number;
  readonly country: string;
  readonly region: string;
  readonly postcodes: readonly string[];
  readonly category: string | null;
  readonly onShipping: boolean;
  readonly active: boolean;
};

export type FieldError = { readonly pointer: string; readonly message: string };

/** A code that no currency has would leave the number of its digits to chance. */
export function checkCurrency(currency: string): readonly FieldError[] {
  return Intl.supportedValuesOf('currency').includes(currency) ? [] : [{ pointer: '/currency', message: 'must be the code of a currency, such as USD' }];
}

/** Two of one name could not be told apart where one is picked. */
export function checkUnitList(items: readonly ListedUnit[]): readonly FieldError[] {
  const keys = items.map(({ name }) => unitKey(name));
  return keys.flatMap((key, index) => (keys.indexOf(key) < index ? [{ pointer: `/items/${index}/name`, message: 'is in the list already' }] : []));
}

/** Tiers ascend and only the last may be open: else two tiers would claim one parcel. */
export function checkRates(rates: readonly { readonly name: string; readonly terms: ShippingRateTerms }[]): readonly FieldError[] {
  const names = rates.map((rate) => rate.name.toLowerCase());
  return rates.flatMap((rate, index) => [
    ...(names.indexOf(rate.name.toLowerCase()) < index ? [{ pointer: `/rates/${index}/name`, message: 'is the name of another rate of this zone' }] : []),
    ...checkTerms(rate.terms, `/rates/${index}/terms`),
  ]);
}

function checkTerms(terms: ShippingRateTerms, pointer: string): readonly FieldError[] {
  switch (terms.kind) {
    case 'flat':
      return [];
    case 'by_weight':
      return checkEnds(
        terms.tiers.map(({ upToGrams }) => upToGrams),
        (index) => `${pointer}/tiers/${index}/upToGrams`,
      );
    case 'by_items':
      return checkEnds(
        terms.tiers.map(({ upToAmount }) => upToAmount),
        (index) => `${pointer}/tiers/${index}/upToAmount`,
      );
  }
}

function checkEnds(ends: readonly (number | null)[], pointerOf: (index: number) => string): readonly FieldError[] {
  return ends.flatMap((end, index) => {
    const before = ends[index - 1];
    const pointer = pointerOf(index);
    if (before === null) return [{ pointer, message: 'comes after the open tier, which must be the last' }];
    if (end !== null && before !== undefined && end <= before) return [{ pointer, message: `must be more than ${before}, where the tier before it ends` }];
    return [];
  });
}

/** A country is named once in a zone, its regions exist and each is named once; everywhere has no parts. */
export function checkAreas(areas: readonly ZoneArea[]): readonly FieldError[] {
  const countries = areas.map((area) => area.country);
  return areas.flatMap(({ country, regions, postcodes = [] }, index) => [
    ...(countries.indexOf(country) < index ? [{ pointer: `/areas/${index}/country`, message: 'is named twice in this zone' }] : []),
    ...(country === '*' && regions.length + postcodes.length > 0
      ? [{ pointer: `/areas/${index}/country`, message: 'is every country, which has no regions or postcodes' }]
      : []),
    ...regions.flatMap((region, at) => checkRegion(country, region, `/areas/${index}/regions/${at}`)),
    ...checkTwice(
      regions.map((region) => region.toUpperCase()),
      (at) => `/areas/${index}/regions/${at}`,
    ),
    ...checkTwice(postcodes.map(postcodeKey), (at) => `/areas/${index}/postcodes/${at}`),
  ]);
}

function checkTwice(keys: readonly string[], pointerOf: (index: number) => string): readonly FieldError[] {
  return keys.flatMap((key, index) => (keys.indexOf(key) < index ? [{ pointer: pointerOf(index), message: 'is named twice' }] : []));
}

function checkRegion(country: string, region: string, pointer: string): readonly FieldError[] {
  return country === '*' || isRegionOf(country, region) ? [] : [{ pointer, message: `is no region of ${country}: give its code, such as NY` }];
}

/** A rate's region exists in its country, and its postcodes are named once. */
export function checkTaxRate({ country, region, postcodes }: TaxRateFields): readonly FieldError[] {
  return [...(region === '' ? [] : checkRegion(country, region, '/region')), ...checkTwice(postcodes.map(postcodeKey), (at) => `/postcodes/${at}`)];
}

/** A pickup place has a name of its own and a region that exists. */
export function checkPickupPlace(
  { address }: { readonly address: { readonly country: string; readonly region: string } },
  isNameTaken: boolean,
): readonly FieldError[] {
  return [
    ...(isNameTaken ? [{ pointer: '/name', message: 'is the name of another pickup place' }] : []),
    ...(address.region === '' ? [] : checkRegion(address.country, address.region, '/address/region')),
  ];
}
