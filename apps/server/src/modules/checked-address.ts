// An address that somebody enters, in the shape of its country, or the fields that are wrong with it. One that is stored where it
// is entered again is taken as it is: a rule that came later never blocks a change of something else.
import { isDeepStrictEqual } from 'node:util';
import { type AddressFault, addressFaults, postcodeExamples } from '@backdesk/domain/address/check-address.ts';
import { tidyAddress } from '@backdesk/domain/address/tidy-address.ts';
import type { Address } from '@backdesk/domain/order/types.ts';
import { Problem } from './problem.ts';

type Entered = {
  readonly address: Address;
  /** Where the address stands in the request: "/address". */
  readonly pointer: string;
  /** Addresses that are stored there; asked for only when there is a fault. */
  readonly stored?: () => Promise<readonly (Address | null)[]>;
};

export async function checkedAddress({ address: given, pointer, stored }: Entered): Promise<Address> {
  const address = tidyAddress(given);
  const faults = addressFaults(address);
  if (faults.length === 0) return address;
  const known = (await stored?.())?.find((each) => isDeepStrictEqual(each, given) || isDeepStrictEqual(each, address));
  if (known) return known;
  throw new Problem('request.invalid', {
    errors: faults.map((fault) => ({ pointer: `${pointer}/${fault.field}`, message: messageOf(fault, address.country) })),
  });
}

function messageOf({ field, kind }: AddressFault, country: string): string {
  if (kind === 'needed') return `is needed in an address of ${country}`;
  if (kind === 'shape') return `must be a postcode of ${country}, like ${postcodeExamples(country).join(' or ')}`;
  return field === 'country' ? 'is not the code of a country (ISO 3166-1 alpha-2, such as US or GB)' : `is no region of ${country}: give its code or name`;
}
