// An address as its country writes it, from what a person or a file gave: a region by its code, a postcode in upper case with
// its space or hyphen. Towns stay as they were typed: capitals on an envelope are the label's matter, not the record's.
import { regionCodeOf } from '../core/regions.ts';
import type { Address } from '../order/types.ts';
import { layoutOf } from './layout.ts';

const bare = (text: string) => text.replace(/[\s-]+/g, '').toUpperCase();
const shapeOf = (text: string) => bare(text).replace(/\d/g, '9').replace(/[A-Z]/g, 'A');

/**
 * A postcode in the shape of the country's examples; what has no such shape is given back trimmed, as it was.
 * @example tidyPostcode('GB', 'sw1a1aa') // 'SW1A 1AA'
 */
export function tidyPostcode(country: string, text: string): string {
  const given = text.trim();
  const { examples, postcode } = layoutOf(country);
  const letters = bare(given);
  // "CH-8001" is how it is written from abroad.
  const plain = letters.startsWith(country) && examples.some((example) => shapeOf(example) === shapeOf(letters.slice(2))) ? letters.slice(2) : letters;
  const example = examples.find((each) => shapeOf(each) === shapeOf(plain));
  const isRight = postcode?.test(given.toUpperCase()) === true;
  // A space that the country allows and its example leaves out ("116 21") is not taken away.
  if (example === undefined || (isRight && !/[\s-]/.test(example))) return isRight ? given.toUpperCase() : given;
  let at = 0;
  const made = [...example].map((sign) => (/[\s-]/.test(sign) ? sign : (plain[at++] ?? ''))).join('');
  return postcode === null || postcode.test(made) ? made : given;
}

/** The address with its region as a code and its postcode in shape; nothing else changes, and what is not known stays as it was. */
export function tidyAddress(address: Address): Address {
  const { country, region, postcode } = address;
  return { ...address, region: regionCodeOf(country, region) ?? region.trim(), postcode: tidyPostcode(country, postcode) };
}
