import { distinctNames } from '@backdesk/domain/catalog/import-columns.ts';
import { type Combined, withValues } from '@backdesk/domain/catalog/variant-options.ts';
import type { ProductRecord } from '../../catalog/records.ts';
import type { ParsedRow } from './parse-row.ts';

type Options = ProductRecord['options'];

/** Whether a person named or ordered the options here, which an import then keeps. */
export const keepsOptions = (product: ProductRecord | undefined, overwrite: boolean): boolean => product?.editedFields.options === true && !overwrite;

/** The options of a product of the file by name, and of each which of the file's columns it is; -1: none of them. */
export type FileOptions = { readonly names: readonly string[]; readonly columns: readonly number[] };

/** Those that a person named or ordered here, and what the file has beyond them; else the file's. */
export function fileOptionsOf(rows: readonly ParsedRow[], product: ProductRecord | undefined, overwrite: boolean): FileOptions {
  const here = product?.options ?? [];
  const said = namesIn(rows, here);
  if (!keepsOptions(product, overwrite)) return { names: said, columns: said.map((_, at) => at) };
  const columns = columnsOf(here, said, rows);
  const beyond = said.flatMap((_, at) => (columns.includes(at) ? [] : [at]));
  return { names: distinctNames([...here.map(({ name }) => name), ...beyond.map((at) => said[at] ?? '')]), columns: [...columns, ...beyond] };
}

/**
 * Which column of the file each option is, since a person may have named and ordered them otherwise: the one with most of its values, its name
 * and its place counting too. A name outweighs half of the values, the place decides between equals.
 */
function columnsOf(here: Options, said: readonly string[], rows: readonly ParsedRow[]): readonly number[] {
  const valuesIn = said.map((_, column) => new Set(rows.flatMap(({ optionValues }) => optionValues[column] || [])));
  const pairs = here.flatMap(({ name, values }, option) =>
    valuesIn.map((found, column) => {
      const shared = values.filter((value) => found.has(value)).length / Math.max(found.size, 1);
      const isNamed = name.toLowerCase() === said[column]?.toLowerCase();
      return { option, column, score: shared * 2 + (isNamed ? 1 : 0) + (option === column ? 0.1 : 0) };
    }),
  );
  const columns = here.map(() => -1);
  for (const { option, column } of pairs.toSorted((a, b) => b.score - a.score || a.option - b.option || a.column - b.column))
    if (columns[option] === -1 && !columns.includes(column)) columns[option] = column;
  return columns;
}

/** Names of the options: those of the first row that gives any, else those it has here. "Title: Default Title" is no option. */
function namesIn(rows: readonly ParsedRow[], here: Options): readonly string[] {
  const naming = rows.find((row) => row.optionNames.some((name) => name !== ''));
  if (naming === undefined) {
    const width = Math.max(0, ...rows.map((row) => row.optionValues.findLastIndex((value) => value !== '') + 1));
    return here.length >= width ? here.map(({ name }) => name) : Array.from({ length: width }, (_, index) => here[index]?.name ?? `Option ${index + 1}`);
  }
  const names = naming.optionNames.slice(0, naming.optionNames.findLastIndex((name) => name !== '') + 1);
  const isDefault =
    names.length === 1 && names[0]?.toLowerCase() === 'title' && rows.every((row) => ['', 'default title'].includes((row.optionValues[0] ?? '').toLowerCase()));
  return isDefault ? [] : distinctNames(names.map((name, index) => name || `Option ${index + 1}`));
}

/** Options as a person named and ordered them here, with what is new at the end. */
export function optionsKept(names: readonly string[], here: Options, variants: readonly Combined[]): Options {
  return withValues(
    names.map((name, at) => ({ name, values: here[at]?.values ?? [] })),
    variants,
  );
}

/** Options with their values in the order in which the variants have them first. */
export function optionsOf(names: readonly string[], variants: readonly Combined[]): Options {
  return names.map((name, index) => ({
    name,
    values: [...new Set(variants.map((variant) => variant.optionValues[index] ?? '').filter((value) => value !== ''))],
  }));
}

/** What a row says to each of these options; empty where it says nothing. */
export const valuesOf = (row: ParsedRow, { columns }: FileOptions): readonly string[] => columns.map((column) => row.optionValues[column] ?? '');
