// What the New product form holds, as what the API makes of it: one variant for each combination of the option values.
import type { NewProductRequest } from '@backdesk/contract/catalog/schema.ts';
import { skuOf } from '@backdesk/domain/catalog/propose-sku.ts';
import { combinations, mostVariants } from '@backdesk/domain/catalog/variant-options.ts';
import { type BreakDraft, breaksRequest, newBreak } from './break-fields.tsx';
import { type BundleDraft, bundleRequest } from './parts/parts-draft.ts';
import { type UnitDraft, unitDraft, unitRequest } from './unit-fields.tsx';

export type OptionDraft = { readonly key: number; readonly name: string /** Between commas, as typed. */; readonly values: string };

export type NewProductDraft = {
  readonly name: string;
  readonly code: string;
  readonly options: readonly OptionDraft[];
  readonly breaks: readonly BreakDraft[];
  readonly weightGrams: number | null;
  readonly unit: UnitDraft;
  readonly published: boolean;
  /** null: it is no bundle. */
  readonly bundle: BundleDraft | null;
};

export const emptyProduct: NewProductDraft = {
  name: '',
  code: '',
  options: [],
  breaks: [newBreak([])],
  weightGrams: null,
  unit: unitDraft(null),
  published: true,
  bundle: null,
};

/** The values of an option, each once, in the order typed. */
export function valuesOf(text: string): readonly string[] {
  const seen = new Map(
    text
      .split(',')
      .map((value) => value.trim())
      .filter(Boolean)
      .map((value) => [value.toLowerCase(), value]),
  );
  return [...seen.values()];
}

const filledOptions = ({ options }: NewProductDraft) => options.filter(({ name, values }) => name.trim() !== '' && valuesOf(values).length > 0);

/** How many variants it makes. */
export function variantCount(draft: NewProductDraft): number {
  return filledOptions(draft).reduce((count, { values }) => count * valuesOf(values).length, 1);
}

/** An option with a name but no value, or values but no name: which of the two to ask for. */
export function isHalfFilled({ name, values }: OptionDraft): boolean {
  return (name.trim() === '') !== (valuesOf(values).length === 0);
}

/**
 * The request; null: something is missing, half filled in, or there would be too many variants.
 * @example code "TEE" with Size "S, M" makes the SKUs TEE-S and TEE-M.
 */
export function productRequest(draft: NewProductDraft): NewProductRequest | null {
  // Of a bundle that costs what its parts cost no price is asked.
  const prices = draft.bundle?.pricing === 'summed' ? [] : breaksRequest(draft.breaks);
  const bundle = draft.bundle === null ? undefined : bundleRequest(draft.bundle);
  const [name, code] = [draft.name.trim(), draft.code.trim()];
  if (bundle === null || bundle?.parts.length === 0) return null;
  if (name === '' || code === '' || prices === null || draft.options.some(isHalfFilled) || variantCount(draft) > mostVariants) return null;
  const options = filledOptions(draft).map((option) => ({ name: option.name.trim(), values: valuesOf(option.values) }));
  const variants = combinations(options).map((values) => ({
    sku: skuOf(code, values),
    options: options.map((option, at) => ({ name: option.name, value: values[at] ?? '' })),
    weightGrams: draft.weightGrams,
    unit: unitRequest(draft.unit),
    prices,
  }));
  return { name, code, published: draft.published, variants, ...(bundle !== undefined && { bundle }) };
}
