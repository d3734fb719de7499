// How each country writes an address: which parts, in which order, what is needed, what they are called there and how its
// postcodes look. From Google's address metadata, see `scripts/make-address-data.ts` and decision record 0023.
import { layoutTable } from './layout-table.ts';

/** The parts of a place that a country's layout arranges; name, company and telephone number are asked for everywhere. */
export type PlacePart = 'line1' | 'line2' | 'city' | 'region' | 'postcode';

export type AddressLayout = {
  /** The parts its addresses have, in the order they are written. */
  readonly order: readonly PlacePart[];
  readonly needed: ReadonlySet<PlacePart>;
  /** What the parts are called: keys of the screen's texts. */
  readonly words: { readonly region: string; readonly city: string; readonly postcode: string };
  /** One postcode for each shape they have; empty: the country has none, or none is known. */
  readonly examples: readonly string[];
  /** The whole postcode in upper case; null: anything. */
  readonly postcode: RegExp | null;
};

const parts: Readonly<Record<string, readonly PlacePart[]>> = { A: ['line1', 'line2'], C: ['city'], S: ['region'], Z: ['postcode'] };

const rows: ReadonlyMap<string, string> = new Map(
  layoutTable
    .trim()
    .split('\n')
    .map((row) => [row.slice(0, 2), row]),
);
const read = new Map<string, AddressLayout>();

/** The layout of a country; lines and a city for one that is not known. */
export function layoutOf(country: string): AddressLayout {
  const found = read.get(country) ?? layoutFrom(rows.get(country) ?? `${country};AC;AC;;;;;`);
  read.set(country, found);
  return found;
}

function layoutFrom(row: string): AddressLayout {
  const [country = '', order = '', needed = '', region = '', city = '', postcode = '', examples = '', pattern = ''] = row.split(';');
  return {
    order: [...order].flatMap((letter) => parts[letter] ?? []),
    needed: new Set([...needed].flatMap((letter) => (letter === 'A' ? ['line1' as const] : (parts[letter] ?? [])))),
    words: { region: region || 'province', city: city || 'city', postcode: postcode || (postcodeWords[country] ?? 'postcode') },
    examples: examples === '' ? [] : examples.split(','),
    postcode: pattern === '' ? null : new RegExp(`^(?:${pattern})$`),
  };
}

/** Where the English word for it is another one. */
const postcodeWords: Readonly<Record<string, string>> = { CA: 'postal', JP: 'postal', CN: 'postal', SG: 'postal', KR: 'postal', BR: 'cep' };
