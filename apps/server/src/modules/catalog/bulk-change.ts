// What a change of many makes of one product. Pure. It is stamped like a change by hand: an import keeps it.
import type { BulkChange } from '@backdesk/contract/catalog/bulk-edit.ts';
import { adjustedPrice } from '@backdesk/domain/catalog/adjust-price.ts';
import type { SubjectEvent } from '../../db/record-events.ts';
import { stamped } from './changed-fields.ts';
import type { CatalogRecord, EditedFields, ProductRecord, VariantRecord } from './records.ts';

export type BulkChanged = {
  readonly product: ProductRecord;
  /** Those that are another now. */
  readonly variants: readonly VariantRecord[];
  readonly events: readonly SubjectEvent[];
  /** Of the product and its variants those whose field no person had set: after an undo an import may set it again. */
  readonly marked: readonly string[];
};

export type OnRecords = Exclude<BulkChange, { kind: 'category' }>;

/** The changed product with its version; null: it is so already. */
export function bulkChanged(record: CatalogRecord, change: OnRecords, currency: string): BulkChanged | null {
  return change.kind === 'publication' ? published(record, change.published) : repriced(record, change.ppm, currency);
}

function published({ product }: CatalogRecord, to: boolean): BulkChanged | null {
  return product.published === to ? null : publishedAs(product, to, true);
}

function repriced({ product, variants: all }: CatalogRecord, ppm: number, currency: string): BulkChanged | null {
  const priced = all.filter(({ prices }) => prices.length > 0);
  if (priced.length === 0) return null;
  const pricesOf = ({ prices }: VariantRecord) =>
    prices.map(({ quantity, extendedPrice }) => ({ quantity, extendedPrice: adjustedPrice(extendedPrice, ppm, currency) }));
  return pricedAs(
    product,
    priced.map((variant) => ({ variant, prices: pricesOf(variant), isEdited: true })),
  );
}

/** `isEdited`: as a person set it, which an import keeps. */
export function publishedAs(product: ProductRecord, to: boolean, isEdited: boolean): BulkChanged {
  const version = product.version + 1;
  const changes = [{ field: 'published', from: product.published, to }];
  return {
    product: {
      ...product,
      published: to,
      version,
      fieldVersions: stamped(product.fieldVersions, changes, version),
      editedFields: edited(product.editedFields, 'published', isEdited),
    },
    variants: [],
    events: [{ subject: 'product', subjectId: product.id, version, type: 'product.changed', data: { changes } }],
    marked: product.editedFields.published === true ? [] : [product.id],
  };
}

export type NewPrices = { readonly variant: VariantRecord; readonly prices: VariantRecord['prices']; readonly isEdited: boolean };

export function pricedAs(product: ProductRecord, priced: readonly NewPrices[]): BulkChanged {
  const version = product.version + 1;
  const variants = priced.map(({ variant, prices, isEdited }): VariantRecord => {
    const variantVersion = variant.version + 1;
    return {
      ...variant,
      prices,
      version: variantVersion,
      fieldVersions: stamped(variant.fieldVersions, [{ field: 'prices' }], variantVersion),
      editedFields: edited(variant.editedFields, 'prices', isEdited),
    };
  });
  const events = variants.map((variant, at): SubjectEvent => {
    const changes = [{ field: 'prices', from: priced[at]?.variant.prices, to: variant.prices }];
    const data = { variantId: variant.id, variantVersion: variant.version, sku: variant.sku, changes };
    return { subject: 'product', subjectId: product.id, version, type: 'product.variant_changed', data };
  });
  const marked = priced.flatMap(({ variant }) => (variant.editedFields.prices === true ? [] : [variant.id]));
  return { product: { ...product, version }, variants, events, marked };
}

function edited(fields: EditedFields, field: string, isEdited: boolean): EditedFields {
  const { [field]: _, ...others } = fields;
  return isEdited ? { ...fields, [field]: true } : others;
}
