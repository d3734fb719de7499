// A SKU to start from for a variant that is to be made: as its sisters are called, else the code with the values.
import type { Combined } from './variant-options.ts';

type Sister = Combined & { readonly sku: string };

/** A value as a part of a SKU: "Light blue" is LIGHT-BLUE. */
export const skuPart = (value: string): string => value.trim().replaceAll(/\s+/g, '-').toUpperCase();

/** The code and the values: TEE-RED-M. */
export const skuOf = (code: string, values: readonly string[]): string => [code, ...values.map(skuPart)].join('-');

/**
 * A SKU for these values that none of `taken` (in upper case) is. Where a sister that differs in one value has that value in her SKU, it
 * takes the place of hers, so that a house's own abbreviations stay.
 * @example TEE-WHT-M is White M, so White XXL is TEE-WHT-XXL; without a sister it is TEE-WHITE-XXL
 */
export function proposeSku(product: { readonly code: string; readonly variants: readonly Sister[] }, values: readonly string[], taken: ReadonlySet<string>) {
  const base = likeSister(product.variants, values) ?? skuOf(product.code, values);
  for (let number = 1; ; number += 1) {
    const sku = number === 1 ? base : `${base}-${number}`;
    if (!taken.has(sku.toUpperCase())) return sku;
  }
}

function likeSister(sisters: readonly Sister[], values: readonly string[]): string | undefined {
  for (const { sku, optionValues } of sisters) {
    const differs = values.flatMap((value, at) => (value === optionValues[at] ? [] : [at]));
    const [at] = differs;
    if (at === undefined || differs.length > 1 || optionValues.length !== values.length) continue;
    const parts = `-${sku}-`;
    const hers = `-${skuPart(optionValues[at] ?? '')}-`;
    const place = parts.toUpperCase().lastIndexOf(hers);
    // Some letters grow in upper case, and then the places are not the same.
    if (place === -1 || parts.toUpperCase().length !== parts.length) continue;
    return `${parts.slice(1, place + 1)}${skuPart(values[at] ?? '')}${parts.slice(place + hers.length - 1, -1)}`;
  }
  return undefined;
}
