// What the variants of a product differ in: its options, each with its values in order. A variant is one combination of values, each
// combination at most one variant. The order of the values is the order of the variants, in the matrix and wherever they are listed.
export type ProductOption = { readonly name: string; readonly values: readonly string[] };

/** `optionValues`: one of each option, in their order. */
export type Combined = { readonly optionValues: readonly string[] };

/** More than anybody means to sell as one product. */
export const mostVariants = 2000;
export const mostOptions = 5;

/** As a key of what has these values: two variants of one product never share it. */
export const combinationKey = (values: readonly string[]): string => JSON.stringify(values);

/**
 * Every combination of the values, the last option changing fastest; of no options the one without values.
 * @example Size S, M and Colour Red, Blue: S Red, S Blue, M Red, M Blue
 */
export function combinations(options: readonly Pick<ProductOption, 'values'>[]): readonly (readonly string[])[] {
  return options.reduce<readonly (readonly string[])[]>((all, { values }) => all.flatMap((before) => values.map((value) => [...before, value])), [[]]);
}

/** Those combinations that no variant has. */
export function missingCombinations(options: readonly Pick<ProductOption, 'values'>[], variants: readonly Combined[]): readonly (readonly string[])[] {
  const present = new Set(variants.map(({ optionValues }) => combinationKey(optionValues)));
  return combinations(options).filter((values) => !present.has(combinationKey(values)));
}

/** The options with the values that some variant has, in their order, and those that are not among them yet at the end. */
export function usedOptions(options: readonly ProductOption[], variants: readonly Combined[]): readonly ProductOption[] {
  return withValues(options, variants).map(({ name, values }, at) => {
    const used = new Set(variants.map(({ optionValues }) => optionValues[at]));
    return { name, values: values.filter((value) => used.has(value)) };
  });
}

/** The options with all their values, and what the variants have beyond them at the end. */
export function withValues(options: readonly ProductOption[], variants: readonly Combined[]): readonly ProductOption[] {
  return options.map(({ name, values }, at) => ({
    name,
    values: [...new Set([...values, ...variants.flatMap(({ optionValues }) => optionValues[at] ?? [])])],
  }));
}

/** A value as the option has it, whatever the case it was typed in; one that is new as it is. */
export function valueAsKnown(value: string, { values }: ProductOption): string {
  return values.includes(value) ? value : (values.find((known) => known.toLowerCase() === value.toLowerCase()) ?? value);
}

/** The variants in the order of their values, option by option. */
export function inOptionOrder<Variant extends Combined>(options: readonly ProductOption[], variants: readonly Variant[]): readonly Variant[] {
  const places = options.map(({ values }) => new Map(values.map((value, place) => [value, place])));
  const placeOf = ({ optionValues }: Variant, at: number) => places[at]?.get(optionValues[at] ?? '') ?? Number.MAX_SAFE_INTEGER;
  return variants.toSorted((a, b) => {
    const at = places.findIndex((_, index) => placeOf(a, index) !== placeOf(b, index));
    return at === -1 ? 0 : placeOf(a, at) - placeOf(b, at);
  });
}

/** Where new variants come: among those that are there by the order of values, where those follow it; else after them all. */
export function placedAmong<Variant extends Combined>(
  options: readonly ProductOption[],
  present: readonly Variant[],
  added: readonly Variant[],
): readonly Variant[] {
  const isInOrder = inOptionOrder(options, present).every((variant, at) => variant === present[at]);
  return isInOrder ? inOptionOrder(options, [...present, ...added]) : [...present, ...inOptionOrder(options, added)];
}

/** The variant most like one with these values, the last of several: what a new one can take over. */
export function sisterOf<Variant extends Combined>(variants: readonly Variant[], values: readonly string[]): Variant | undefined {
  const shared = ({ optionValues }: Variant) => values.filter((value, at) => value === optionValues[at]).length;
  return variants.reduce<Variant | undefined>((best, variant) => (best === undefined || shared(variant) >= shared(best) ? variant : best), undefined);
}
