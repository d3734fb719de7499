import { recordEvents } from '../../../db/record-events.ts';
import type { CommandContext } from '../../context.ts';
import type { ImageRecord, ProductRecord, VariantRecord } from '../records.ts';
import { saveRecords } from '../store/save-records.ts';
import { wantPictures } from './want-pictures.ts';

export type ImportedProduct = {
  readonly product: ProductRecord;
  readonly isNew: boolean;
  /** New and changed ones. */
  readonly variants: readonly VariantRecord[];
  readonly pricesOf: readonly string[];
  /** All pictures, when they changed. */
  readonly images: readonly ImageRecord[] | null;
  readonly reprices: boolean;
};

/** Writes what an import made of its rows, with one event for each product that is new or changed. */
export async function saveImported(context: CommandContext, products: readonly ImportedProduct[], importId: string): Promise<void> {
  if (products.length === 0) return;
  const withImages = products.filter(({ images }) => images !== null);
  await saveRecords(context, {
    products: products.map(({ product }) => product),
    variants: products.flatMap(({ variants }) => variants),
    images: { of: withImages.map(({ product }) => product.id), rows: withImages.flatMap(({ images }) => images ?? []) },
    pricesOf: new Set(products.flatMap(({ pricesOf }) => pricesOf)),
  });
  const ofVariants = products.flatMap(({ variants }) => variants.map(({ imageUrl, productId }) => ({ url: imageUrl, productId })));
  const pictures = [...withImages.flatMap(({ images }) => images ?? []), ...ofVariants];
  await wantPictures(
    context,
    pictures.flatMap(({ url, productId }) => (url === null ? [] : [{ url, productId }])),
    { again: false },
  );
  await recordEvents(
    context,
    products.map(({ product, isNew, variants }) => ({
      subject: 'product',
      subjectId: product.id,
      version: product.version,
      type: isNew ? 'product.imported' : 'product.import_changed',
      data: { importId, code: product.code, name: product.name, variants: variants.map((variant) => variant.sku) },
    })),
  );
  const productIds = products.filter(({ reprices }) => reprices).map(({ product }) => product.id);
  if (productIds.length > 0) await context.enqueue('order.reprice', { accountId: context.scope.accountId, productIds });
}
