// Options and their values renamed, put in another order, added and left out: one change of all variants, decided at once.
import type { DefinitionFault } from './check-definition.ts';
import { type Combined, combinationKey, type ProductOption } from './variant-options.ts';

/** `from`: what it is called now; without it, it is new. */
type Named = { readonly from?: string | undefined; readonly name: string };
export type WantedOption = Named & { readonly values: readonly Named[] };

type Variant = Combined & { readonly sku: string };

export type ChangedOptions =
  | { readonly ok: true; readonly options: readonly ProductOption[]; readonly valuesOf: (variant: Combined) => readonly string[] }
  | { readonly ok: false; readonly faults: readonly DefinitionFault[] };

/**
 * The options as they are wanted, with what becomes of a variant's values. An option that is new has one value: that of the variants that
 * are there. One may be left out where the variants stay different without it. `options` hold the values that variants have.
 */
export function changeOptions(options: readonly ProductOption[], variants: readonly Variant[], wanted: readonly WantedOption[]): ChangedOptions {
  const faults = [...namesFaults(wanted, options, '/options', 'option of this product'), ...wanted.flatMap((option, at) => valueFaults(option, options, at))];
  if (faults.length > 0) return { ok: false, faults };
  const columns = wanted.map(({ from, values }) => {
    const at = options.findIndex(({ name }) => name === from);
    const renamed = new Map(values.map((value) => [value.from, value.name]));
    return ({ optionValues }: Combined) => (at === -1 ? (values[0]?.name ?? '') : (renamed.get(optionValues[at]) ?? optionValues[at] ?? ''));
  });
  const valuesOf = (variant: Combined) => columns.map((column) => column(variant));
  const twins = findTwins(variants, valuesOf);
  if (twins !== undefined) {
    const left = options.filter(({ name }) => !wanted.some(({ from }) => from === name)).map(({ name }) => name);
    return { ok: false, faults: [{ pointer: '/options', message: `must keep ${left.join(', ')}: ${twins.join(' and ')} would be the same without it` }] };
  }
  return { ok: true, options: wanted.map(({ name, values }) => ({ name, values: values.map((value) => value.name) })), valuesOf };
}

function valueFaults({ from, values }: WantedOption, options: readonly ProductOption[], at: number): readonly DefinitionFault[] {
  const pointer = `/options/${at}/values`;
  if (from === undefined) {
    const isOne = values.length === 1 && values[0]?.from === undefined;
    return isOne ? [] : [{ pointer, message: 'must be one value: that of the variants that are there' }];
  }
  const known = (options.find(({ name }) => name === from)?.values ?? []).map((name) => ({ name }));
  const left = known.filter(({ name }) => !values.some((value) => value.from === name)).map(({ name }) => name);
  const unmade = values.flatMap((value, place) =>
    value.from === undefined ? [{ pointer: `${pointer}/${place}/name`, message: 'has no variant: add the variants that have it' }] : [],
  );
  const faults = [...unmade, ...namesFaults(values, known, pointer, 'value of this option')];
  return left.length > 0 ? [...faults, { pointer, message: `must have ${left.join(', ')}: there are variants with it` }] : faults;
}

/** Each is one of those here, once, and no two are called alike, but for those that were so before. */
function namesFaults(wanted: readonly Named[], known: readonly { readonly name: string }[], pointer: string, noun: string): readonly DefinitionFault[] {
  return wanted.flatMap(({ from, name }, at) => {
    const before = wanted.slice(0, at);
    if (from !== undefined && !known.some((each) => each.name === from)) return [{ pointer: `${pointer}/${at}/from`, message: `is no ${noun}` }];
    if (from !== undefined && before.some((other) => other.from === from)) return [{ pointer: `${pointer}/${at}/from`, message: 'is given twice' }];
    const twin = before.find((other) => other.name.toLowerCase() === name.toLowerCase());
    if (twin === undefined || (twin.name !== name && twin.name === twin.from && name === from)) return [];
    return [{ pointer: `${pointer}/${at}/name`, message: 'is the name of another one here' }];
  });
}

/** The first two variants that would have the same values, by their SKUs. */
function findTwins(variants: readonly Variant[], valuesOf: (variant: Combined) => readonly string[]): readonly [string, string] | undefined {
  const seen = new Map<string, string>();
  for (const variant of variants) {
    const key = combinationKey(valuesOf(variant));
    const other = seen.get(key);
    if (other !== undefined) return [other, variant.sku];
    seen.set(key, variant.sku);
  }
  return undefined;
}
