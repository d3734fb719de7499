import type { Product, Variant } from '@backdesk/contract/catalog/schema.ts';
import { t } from './texts.ts';

/** More are counted. */
const mostNamed = 4;

/**
 * Some variants of a product at a glance: all of them, the few by name, or the values that set them apart ("XS, S, M" for all colours of
 * these sizes), else the first with how many more there are.
 */
export function variantsInWords(some: readonly Variant[], { options, variants }: Product): string {
  if (some.length === variants.length && some.length > 1) return t.allVariants();
  const named = some.map(({ title, sku }) => title || sku);
  if (named.length <= mostNamed) return named.join(', ');
  const used = options.map(({ name, values }) => {
    const had = new Set(some.map((variant) => variant.options.find((option) => option.name === name)?.value));
    return { isAll: had.size === values.length, values: values.filter((value) => had.has(value)) };
  });
  const isEveryOne = used.reduce((count, { values }) => count * values.length, 1) === some.length;
  const apart = used.filter(({ isAll }) => !isAll).map(({ values }) => values.join(', '));
  if (isEveryOne && apart.length > 0) return apart.join(' · ');
  return t.andMore(named.slice(0, mostNamed).join(', '), named.length - mostNamed);
}
