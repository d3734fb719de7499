import type { Address } from '@backdesk/contract/core/primitives.ts';
import { addressShape, regionsOf } from './regions.ts';
import { t } from './texts.ts';

export type AddressErrors = Partial<Record<keyof Address, string>>;

export function emptyAddress(country: string, name = '', company = ''): Address {
  return { name, company, line1: '', line2: '', city: '', region: '', postcode: '', country, phone: '' };
}

/** What is missing, by field. The server checks again. */
export function missingIn(address: Address): AddressErrors {
  const shape = addressShape(address.country);
  return {
    ...(address.line1.trim() === '' && { line1: t.needed(t.line1()) }),
    ...(address.city.trim() === '' && { city: t.needed(t.city()) }),
    ...(regionsOf(address.country).length > 0 && address.region === '' && { region: t.needed(t[shape.region ?? 'region']()) }),
    ...(shape.postcode === 'zip' && address.postcode.trim() === '' && { postcode: t.needed(t.zip()) }),
  };
}

/** One line to recognise an address by. */
export function addressInOneLine(address: Address): string {
  const place = [address.city, [address.region, address.postcode].filter(Boolean).join(' ')].filter(Boolean).join(', ');
  return [address.company || address.name, address.line1, address.line2, place].filter(Boolean).join(', ');
}
