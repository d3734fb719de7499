import type { Address } from '@backdesk/contract/core/primitives.ts';
import { type AddressFault, addressFaults, postcodeExamples, regionAgainstPostcode } from '@backdesk/domain/address/check-address.ts';
import { layoutOf, type PlacePart } from '@backdesk/domain/address/layout.ts';
import { writtenRegion } from '@backdesk/domain/address/written-region.ts';
import { sameJson } from '../editing/same-json.ts';
import { t, words } from './texts.ts';

export type AddressErrors = Partial<Record<keyof Address, string>>;

export function emptyAddress(country: string, name = '', company = ''): Address {
  return { name, company, line1: '', line2: '', city: '', region: '', postcode: '', country, phone: '' };
}

/** What a part of an address is called in a country: "ZIP code", "Prefecture". */
export function labelOf(part: PlacePart | 'country', country: string): string {
  const { words: of } = layoutOf(country);
  if (part === 'country' || part === 'line1' || part === 'line2') return t[part]();
  return words[of[part]] ?? words[part] ?? part;
}

/** What is wrong, by field, as the server will say it; nothing about an address that is stored (`stored`) as it stands. */
export function missingIn(address: Address, stored: readonly (Address | null)[] = []): AddressErrors {
  if (stored.some((known) => known !== null && sameJson(known, address))) return {};
  return Object.fromEntries(addressFaults(address).map((fault) => [fault.field, sentenceOf(fault, address.country)]));
}

function sentenceOf({ field, kind }: AddressFault, country: string): string {
  const label = labelOf(field, country);
  if (kind === 'needed') return t.needed(label);
  return kind === 'shape' ? t.shape(label, postcodeExamples(country)) : t.unknown(label);
}

/** A line to look at again: a postcode of another state. '' when there is none. */
export function doubtIn(address: Address): string {
  const region = regionAgainstPostcode(address);
  return region === null ? '' : t.elsewhere(labelOf('postcode', address.country), address.postcode, region);
}

/** One line to recognise an address by. */
export function addressInOneLine(address: Address): string {
  const place = [address.city, [writtenRegion(address), address.postcode].filter(Boolean).join(' ')].filter(Boolean).join(', ');
  return [address.company || address.name, address.line1, address.line2, place].filter(Boolean).join(', ');
}
