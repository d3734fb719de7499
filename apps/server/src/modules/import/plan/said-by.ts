import type { ParsedRow } from './parse-row.ts';

type Wanted = Readonly<Record<string, { readonly value: unknown; readonly column: string }>>;

/** Of what a row would have, what it says: an empty cell or a missing column of a mapped file leaves what is here. A SKU is given in any case. */
export function saidBy({ says }: Pick<ParsedRow, 'says'>, wanted: Wanted): Wanted {
  if (says === null) return wanted;
  return Object.fromEntries(Object.entries(wanted).filter(([name, { column }]) => name === 'sku' || (says as ReadonlySet<string>).has(column)));
}
