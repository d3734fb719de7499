// What a change of many makes of one product. Pure. It is stamped like a change by hand: an import keeps it.
import type { BulkChange } from '@backdesk/contract/catalog/bulk-edit.ts';
import { adjustedPrice } from '@backdesk/domain/catalog/adjust-price.ts';
import type { SubjectEvent } from '../../db/record-events.ts';
import { stamped } from './changed-fields.ts';
import type { CatalogRecord, ProductRecord, VariantRecord } from './records.ts';

export type BulkChanged = {
  readonly product: ProductRecord;
  /** Those that are another now. */
  readonly variants: readonly VariantRecord[];
  readonly events: readonly SubjectEvent[];
};

type OnRecords = Exclude<BulkChange, { kind: 'category' }>;

/** The changed product with its version; null: it is so already. */
export function bulkChanged(record: CatalogRecord, change: OnRecords, currency: string): BulkChanged | null {
  return change.kind === 'publication' ? published(record, change.published) : repriced(record, change.ppm, currency);
}

function published({ product }: CatalogRecord, to: boolean): BulkChanged | null {
  if (product.published === to) return null;
  const version = product.version + 1;
  const changes = [{ field: 'published', from: product.published, to }];
  const stamps = { fieldVersions: stamped(product.fieldVersions, changes, version), editedFields: stamped<true>(product.editedFields, changes, true) };
  return {
    product: { ...product, published: to, version, ...stamps },
    variants: [],
    events: [{ subject: 'product', subjectId: product.id, version, type: 'product.changed', data: { changes } }],
  };
}

function repriced({ product, variants: all }: CatalogRecord, ppm: number, currency: string): BulkChanged | null {
  const priced = all.filter(({ prices }) => prices.length > 0);
  if (priced.length === 0) return null;
  const version = product.version + 1;
  const variants = priced.map((variant): VariantRecord => {
    const field = [{ field: 'prices' }];
    const variantVersion = variant.version + 1;
    return {
      ...variant,
      prices: variant.prices.map(({ quantity, extendedPrice }) => ({ quantity, extendedPrice: adjustedPrice(extendedPrice, ppm, currency) })),
      version: variantVersion,
      fieldVersions: stamped(variant.fieldVersions, field, variantVersion),
      editedFields: stamped<true>(variant.editedFields, field, true),
    };
  });
  const events = variants.map((variant, at): SubjectEvent => {
    const changes = [{ field: 'prices', from: priced[at]?.prices, to: variant.prices }];
    const data = { variantId: variant.id, variantVersion: variant.version, sku: variant.sku, changes };
    return { subject: 'product', subjectId: product.id, version, type: 'product.variant_changed', data };
  });
  return { product: { ...product, version }, variants, events };
}
