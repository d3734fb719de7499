// A product's variants as a table: one option down, the other across. Pure.
import type { Product, Variant } from '@backdesk/contract/catalog/schema.ts';

export type MatrixLayout = {
  /** The option named beside the rows; null: there is one row, of a product with one option. */
  readonly down: string | null;
  readonly across: string;
  readonly columns: readonly string[];
  /** `variants` by column; undefined: this combination is not made. */
  readonly rows: readonly { readonly name: string; readonly variants: readonly (Variant | undefined)[] }[];
};

/**
 * The table of a product with one or two options, or null when it has none, or more. The option with fewer values goes across, of
 * equals the first: sizes over colours, as order forms have it.
 */
export function matrixLayout({ options, variants }: Pick<Product, 'options' | 'variants'>): MatrixLayout | null {
  const [first, second] = options;
  if (first === undefined || options.length > 2 || variants.length < 2) return null;
  const chosenIn = (variant: Variant, name: string) => variant.options.find((option) => option.name === name)?.value;
  if (second === undefined) {
    const columns = first.values.map((value) => variants.find((variant) => chosenIn(variant, first.name) === value));
    return { down: null, across: first.name, columns: first.values, rows: [{ name: '', variants: columns }] };
  }
  const [across, down] = second.values.length < first.values.length ? [second, first] : [first, second];
  const rows = down.values.map((name) => ({
    name,
    variants: across.values.map((value) => variants.find((variant) => chosenIn(variant, across.name) === value && chosenIn(variant, down.name) === name)),
  }));
  return { down: down.name, across: across.name, columns: across.values, rows };
}
