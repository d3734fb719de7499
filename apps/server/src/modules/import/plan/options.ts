import { distinctNames } from '@backdesk/domain/catalog/import-columns.ts';
import type { ProductRecord } from '../../catalog/records.ts';
import type { ParsedRow } from './parse-row.ts';

type Options = ProductRecord['options'];

/** Names of the options: those of the first row that gives any, else those it has here. "Title: Default Title" is no option. */
export function optionNamesOf(rows: readonly ParsedRow[], here: Options): readonly string[] {
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

/** Options with their values in the order in which the variants have them first. */
export function optionsOf(names: readonly string[], variants: readonly { readonly optionValues: readonly string[] }[]): Options {
  return names.map((name, index) => ({
    name,
    values: [...new Set(variants.map((variant) => variant.optionValues[index] ?? '').filter((value) => value !== ''))],
  }));
}
