import type { Column } from './columns.ts';
import type { ParsedRow } from './parse-row.ts';

export type Said = Readonly<Record<string, { readonly value: unknown; readonly column: Column }>>;

/** Of what a row would have, what it says: an empty cell or a missing column of a mapped file leaves what is here. A SKU is given in any case. */
export function saidBy({ says }: Pick<ParsedRow, 'says'>, wanted: Said): Said {
  if (says === null) return wanted;
  return Object.fromEntries(Object.entries(wanted).filter(([name, { column }]) => name === 'sku' || says.has(column)));
}
