import type { Product, Variant } from '@backdesk/contract/catalog/schema.ts';

export type Chosen = Readonly<Record<string, string>>;

export function chosenOf(variant: Variant | undefined): Chosen {
  return Object.fromEntries((variant?.options ?? []).map((option) => [option.name, option.value]));
}

/** The variant that has all the chosen values. */
export function variantFor(product: Product, chosen: Chosen): Variant | undefined {
  return product.variants.find((variant) => variant.options.every((option) => chosen[option.name] === option.value));
}

/**
 * What choosing one more value leads to: the variant that keeps the other choices; where there is none, one that has at least
 * this value, so that no chip leads nowhere.
 */
export function variantWith(product: Product, chosen: Chosen, name: string, value: string): Variant | undefined {
  const wanted = variantFor(product, { ...chosen, [name]: value });
  return wanted ?? product.variants.find((variant) => variant.options.some((option) => option.name === name && option.value === value));
}

export function isSoldOut({ stock }: Pick<Variant, 'stock'>): boolean {
  return stock.tracked && !stock.backorder && stock.available <= 0;
}
