// The form that adds variants: the values chosen and typed for each option make combinations, each a row that can be left out.
import type { Product, Variant } from '@backdesk/contract/catalog/schema.ts';
import type { NewVariantRequest } from '@backdesk/contract/catalog/variants.ts';
import { proposeSku } from '@backdesk/domain/catalog/propose-sku.ts';
import { combinationKey, missingCombinations, sisterOf, valueAsKnown } from '@backdesk/domain/catalog/variant-options.ts';

export type ValueDraft = { readonly name: string; readonly isNew: boolean; readonly isChosen: boolean };
export type OptionValues = { readonly name: string; readonly values: readonly ValueDraft[] };

/** What was typed in a row, by its combination; what was not follows. */
export type RowEdit = { readonly isMade?: boolean; readonly sku?: string; readonly price?: string | null; readonly onHand?: number | null };

export type AddDraft = {
  readonly options: readonly OptionValues[];
  /** Combinations of the values there are are offered too. */
  readonly withGaps: boolean;
  readonly edits: ReadonlyMap<string, RowEdit>;
};

type Break = { readonly quantity: number; readonly extendedPrice: string };

export type AddRow = {
  readonly key: string;
  readonly values: readonly string[];
  readonly isMade: boolean;
  readonly sku: string;
  /** Of one piece; null: none. */
  readonly price: string | null;
  /** Those of its sister, where that has prices by quantity: they are taken over. */
  readonly breaks: readonly Break[] | null;
  readonly onHand: number | null;
  readonly sister: Variant | undefined;
};

/** More could not be looked through. */
export const mostRows = 500;

export function addDraft({ options }: Pick<Product, 'options'>): AddDraft {
  const values = (names: readonly string[]) => names.map((name) => ({ name, isNew: false, isChosen: true }));
  return { options: options.map((option) => ({ name: option.name, values: values(option.values) })), withGaps: false, edits: new Map() };
}

/** With values that were typed, several between commas; one that is there is chosen. */
export function withTyped(draft: AddDraft, option: string, text: string): AddDraft {
  const typed = text
    .split(',')
    .map((value) => value.trim())
    .filter((value) => value !== '');
  const added = (values: readonly ValueDraft[]) => {
    const all = [...values];
    for (const value of typed) {
      const name = valueAsKnown(value, { name: option, values: all.map((each) => each.name) });
      const at = all.findIndex((each) => each.name === name);
      all[at === -1 ? all.length : at] = { name, isNew: all[at]?.isNew ?? true, isChosen: true };
    }
    return all;
  };
  return { ...draft, options: draft.options.map((each) => (each.name === option ? { ...each, values: added(each.values) } : each)) };
}

export function withChosen(draft: AddDraft, option: string, value: string, isChosen: boolean): AddDraft {
  const chosen = (values: readonly ValueDraft[]) => values.map((each) => (each.name === value ? { ...each, isChosen } : each));
  return { ...draft, options: draft.options.map((each) => (each.name === option ? { ...each, values: chosen(each.values) } : each)) };
}

type Combined = Variant & { readonly optionValues: readonly string[] };
const combined = ({ variants }: Product): readonly Combined[] =>
  variants.map((variant) => ({ ...variant, optionValues: variant.options.map(({ value }) => value) }));

const chosenOf = ({ options }: AddDraft) => options.map(({ values }) => ({ values: values.filter(({ isChosen }) => isChosen).map(({ name }) => name) }));

/** How many combinations are missing: with a new value, and of the values there are. Counted apart from the rows, which could be too many. */
export function countMissing(product: Product, draft: AddDraft): { readonly isNew: number; readonly gaps: number } {
  const chosen = draft.options.map(({ values }) => values.filter(({ isChosen }) => isChosen));
  const all = chosen.reduce((count, values) => count * values.length, 1);
  const known = chosen.map((values) => new Set(values.filter(({ isNew }) => !isNew).map(({ name }) => name)));
  const ofKnown = known.reduce((count, values) => count * values.size, 1);
  const made = combined(product).filter(({ optionValues }) => optionValues.every((value, at) => known[at]?.has(value))).length;
  return { isNew: all - ofKnown, gaps: ofKnown - made };
}

/** The combinations that are offered, each with what it would be. Too many: none. */
export function rowsOf(product: Product, draft: AddDraft): readonly AddRow[] {
  const { isNew, gaps } = countMissing(product, draft);
  if (isNew + (draft.withGaps ? gaps : 0) > mostRows || isNew + gaps > mostRows * 20) return [];
  const present = combined(product);
  const fresh = draft.options.map(({ values }) => new Set(values.flatMap((value) => (value.isNew ? [value.name] : []))));
  const taken = new Set(present.map(({ sku }) => sku.toUpperCase()));
  const family = { code: product.code, variants: present };
  return missingCombinations(chosenOf(draft), present).flatMap((values): readonly AddRow[] => {
    const hasNew = values.some((value, at) => fresh[at]?.has(value));
    if (!hasNew && !draft.withGaps) return [];
    const key = combinationKey(values);
    const edit = draft.edits.get(key) ?? {};
    const sister = sisterOf(present, values);
    const sku = edit.sku ?? proposeSku(family, values, taken);
    taken.add(sku.toUpperCase());
    const known = sister === undefined ? [] : (sister.standing ?? sister.priceTable?.breaks ?? []);
    const single = known.length === 0 || (known.length === 1 && known[0]?.quantity === 1);
    const price = edit.price !== undefined ? edit.price : (known[0]?.extendedPrice ?? null);
    const { isMade = true, onHand = 0 } = edit;
    return [{ key, values, isMade, sku, price: single ? price : null, breaks: single ? null : known, onHand, sister }];
  });
}

/** The rows that are made, as the API takes them: what is not asked is as its sister has it. */
export function addRequest(product: Product, rows: readonly AddRow[]): readonly NewVariantRequest[] {
  const isBundle = product.bundle !== null;
  const isSummed = product.bundle?.pricing === 'summed';
  return rows
    .filter(({ isMade }) => isMade)
    .map(({ values, sku, price, breaks, onHand, sister }) => ({
      sku: sku.trim(),
      options: product.options.map(({ name }, at) => ({ name, value: values[at] ?? '' })),
      prices: isSummed ? [] : breaks !== null ? [...breaks] : price === null ? [] : [{ quantity: 1, extendedPrice: price }],
      ...(sister !== undefined && {
        weightGrams: sister.weightGrams,
        ships: sister.ships,
        unit: sister.unit,
        quantityIncrement: sister.quantityRule.increment,
        maxQuantity: sister.quantityRule.maximum,
        ...(sister.taxCategory !== product.taxCategory && { taxCategory: sister.taxCategory }),
        ...(!isBundle && { stock: { tracked: sister.stock.tracked, onHand: onHand ?? 0, backorder: sister.stock.backorder } }),
      }),
    }));
}
