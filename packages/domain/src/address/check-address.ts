// What is wrong with an address, for browser and server alike. What is stored already is never judged again: only an address
// that somebody enters is.
import { isCountry } from '../core/countries.ts';
import { regionCodeOf, regionsOf } from '../core/regions.ts';
import type { Address } from '../order/types.ts';
import { layoutOf, type PlacePart } from './layout.ts';
import { tidyAddress, tidyPostcode } from './tidy-address.ts';

export type AddressFault = {
  readonly field: PlacePart | 'country';
  /** `needed`: it is empty. `shape`: no postcode of this country. `unknown`: no region of this country, or no country. */
  readonly kind: 'needed' | 'shape' | 'unknown';
};

/** All faults of an address, in the order its fields are shown; empty: it can be used. */
export function addressFaults(address: Address): readonly AddressFault[] {
  if (!isCountry(address.country)) return [{ field: 'country', kind: 'unknown' }];
  const layout = layoutOf(address.country);
  return layout.order.flatMap((field): readonly AddressFault[] => {
    const text = address[field].trim();
    if (text === '') return layout.needed.has(field) ? [{ field, kind: 'needed' }] : [];
    if (field === 'postcode' && layout.postcode !== null && !layout.postcode.test(tidyPostcode(address.country, text))) return [{ field, kind: 'shape' }];
    if (field === 'region' && regionsOf(address.country) !== null && regionCodeOf(address.country, text) === undefined) return [{ field, kind: 'unknown' }];
    return [];
  });
}

/**
 * The region that an address names although its postcode begins as in none of that region's; null: they agree, or nobody knows.
 * A warning, never a refusal: postcodes cross borders, and the list may be older than the post office's.
 */
export function regionAgainstPostcode(address: Address): string | null {
  const { country, region, postcode } = tidyAddress(address);
  const { postcode: pattern } = layoutOf(country);
  const found = regionsOf(country)?.find(({ code }) => code === region);
  if (!found?.postcodes || pattern === null || !pattern.test(postcode)) return null;
  return new RegExp(`^(?:${found.postcodes})`).test(postcode) ? null : found.name;
}

/**
 * The one region whose postcodes begin like this one: its code. Null while the postcode is not whole, where it could lie in two
 * regions, and in countries where the postcodes of some region are not known: what is derived is certain or not given.
 * @example regionOfPostcode('US', '94103') // 'CA'
 */
export function regionOfPostcode(country: string, text: string): string | null {
  const { postcode: pattern } = layoutOf(country);
  const regions = regionsOf(country);
  const postcode = tidyPostcode(country, text);
  if (regions === null || pattern === null || !pattern.test(postcode) || regions.some(({ postcodes }) => postcodes === null)) return null;
  const [found, another] = regions.filter(({ postcodes }) => new RegExp(`^(?:${postcodes})`).test(postcode));
  return found === undefined || another !== undefined ? null : found.code;
}

/** Two or three postcodes to show how they look here: "12345 or 12345-6789". */
export function postcodeExamples(country: string): readonly string[] {
  return layoutOf(country).examples.slice(0, 2);
}
