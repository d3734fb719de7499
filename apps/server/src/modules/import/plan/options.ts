import { distinctNames } from '@backdesk/domain/catalog/import-columns.ts';
import { type Combined, withValues } from '@backdesk/domain/catalog/variant-options.ts';
import type { ProductRecord } from '../../catalog/records.ts';
import type { ParsedRow } from './parse-row.ts';

type Options = ProductRecord['options'];

/** Whether a person named or ordered the options here, which an import then keeps. */
export const keepsOptions = (product: ProductRecord | undefined, overwrite: boolean): boolean => product?.editedFields.options === true && !overwrite;

/** Names of the options: those that a person set here, and what the file has beyond them; else the file's. */
export function optionNamesOf(rows: readonly ParsedRow[], product: ProductRecord | undefined, overwrite: boolean): readonly string[] {
  const here = product?.options ?? [];
  const said = namesIn(rows, here);
  return keepsOptions(product, overwrite) ? distinctNames([...here.map(({ name }) => name), ...said.slice(here.length)]) : said;
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
export const valuesOf = (row: ParsedRow, names: readonly string[]): readonly string[] => names.map((_, index) => row.optionValues[index] ?? '');
