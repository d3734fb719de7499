// How a region is written on an address: most countries write its name, these few its code.
import { regionsOf } from '../core/regions.ts';
import type { Address } from '../order/types.ts';

const writtenAsCode: ReadonlySet<string> = new Set(['US', 'CA', 'AU', 'BR', 'IT']);

/** True where a stored code is not what people read: Tokyo is stored as 13. */
export function isRegionSpelledOut({ country, region }: Pick<Address, 'country' | 'region'>): boolean {
  return region !== '' && !writtenAsCode.has(country);
}

/** "NY" in the United States, "Tokyo" in Japan, 東京都 where the rest of the address is written so. */
export function writtenRegion(address: Pick<Address, 'country' | 'region' | 'line1'>): string {
  if (!isRegionSpelledOut(address)) return address.region;
  const found = regionsOf(address.country)?.find(({ code }) => code === address.region);
  if (found === undefined) return address.region;
  const isLatin = !/[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(address.line1);
  return isLatin ? found.name : (found.localName ?? found.name);
}
