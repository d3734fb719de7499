// What a dry run remembers of the rows before, since nothing of them is here: else a SKU that two rows name, or a product whose rows stand
// apart, would be told otherwise than the import will do it.
import type { SkuOwner } from '../../catalog/queries/sku-owners.ts';
import type { CatalogRecord, ProductRecord, VariantRecord } from '../../catalog/records.ts';
import type { Plan } from './plan-product.ts';

export type DryRunMemory = {
  /** By code in lower case. */
  readonly products: Map<string, CatalogRecord>;
  /** By SKU as it compares: who would have it by now; null: nobody any more. */
  readonly skus: Map<string, { readonly variantId: string; readonly owner: string } | null>;
};

export const newMemory = (): DryRunMemory => ({ products: new Map(), skus: new Map() });

/** The products here as they would be by now. */
export function withRemembered(
  here: ReadonlyMap<string, CatalogRecord>,
  codes: readonly string[],
  { products }: DryRunMemory,
): ReadonlyMap<string, CatalogRecord> {
  const all = new Map(here);
  for (const code of codes) {
    const would = products.get(code.toLowerCase());
    if (would !== undefined) all.set(code.toLowerCase(), would);
  }
  return all;
}

export function ownersByNow(owners: readonly SkuOwner[], { skus }: DryRunMemory): readonly SkuOwner[] {
  return owners.map((owner) => {
    const would = skus.get(owner.key);
    return would === undefined ? owner : { ...owner, variantId: would?.variantId ?? null, owner: would?.owner ?? null };
  });
}

export function remember(memory: DryRunMemory, here: CatalogRecord | undefined, plan: Plan): void {
  const product = plan.product ?? here?.product;
  if (product === undefined || plan.outcome === 'refused') return;
  const before = new Map((here?.variants ?? []).map((variant) => [variant.id, variant]));
  const after = new Map([...before, ...plan.variants.map((variant) => [variant.id, variant] as const)]);
  const left = plan.variants.flatMap(({ id, sku }) => (before.get(id)?.sku !== sku ? (before.get(id)?.sku ?? []) : []));
  for (const sku of left) memory.skus.set(sku.toLowerCase(), null);
  for (const { id, sku, optionValues } of plan.variants)
    memory.skus.set(sku.toLowerCase(), { variantId: id, owner: [product.name, ...optionValues].join(' ') });
  memory.products.set(product.handle.toLowerCase(), { product: lean(product), variants: [...after.values()].map(leanVariant), images: [] });
}

// Of a file of 100,000 products all are remembered: without what is long.
const lean = (product: ProductRecord): ProductRecord => ({ ...product, descriptionHtml: '', tags: [] });
const leanVariant = (variant: VariantRecord): VariantRecord => ({ ...variant, fieldVersions: {} });
