import { recordEvents } from '../../../db/record-events.ts';
import type { CommandContext } from '../../context.ts';
import { invalidField, Problem } from '../../problem.ts';
import { stamped } from '../changed-fields.ts';
import { listDeletedVariants } from '../queries/deleted-variants.ts';
import { loadRecords } from '../queries/load-records.ts';
import { deleteVariantRecords, saveRecords } from '../store/save-records.ts';

/**
 * Deletes variants of a product softly, but never all of them: without one it could not be sold. Orders keep what they copied, and open
 * drafts are told that it is no longer sold, as when a product is deleted. One that is deleted already stays so.
 */
export async function deleteVariants(context: CommandContext, productId: string, variantIds: readonly string[]): Promise<void> {
  const { tx, scope, account } = context;
  const [found] = await loadRecords(tx, scope, { ids: [productId] }, { currency: account.currency });
  if (found === undefined) throw new Problem('not_found');
  const { product, variants } = found;
  const gone = await listDeletedVariants(tx, scope, [productId]);
  const known = new Set([...variants, ...gone].map(({ id }) => id));
  const foreign = variantIds.findIndex((id) => !known.has(id));
  if (foreign !== -1) throw invalidField(`/variantIds/${foreign}`, 'is no variant of this product');
  const deleted = variants.filter(({ id }) => variantIds.includes(id));
  if (deleted.length === 0) return;
  if (deleted.length === variants.length) throw new Problem('variant.last');
  const version = product.version + 1;
  const fieldVersions = stamped(product.fieldVersions, [{ field: 'values' }], version);
  await deleteVariantRecords(
    context,
    deleted.map(({ id }) => id),
  );
  await saveRecords(context, { products: [{ ...product, version, fieldVersions }], variants: [], images: { of: [], rows: [] }, pricesOf: new Set() });
  const said = deleted.map(({ id, sku }) => ({ variantId: id, sku }));
  await recordEvents(context, [{ subject: 'product', subjectId: productId, version, type: 'product.variants_deleted', data: { variants: said } }]);
  await context.enqueue('order.reprice', { accountId: scope.accountId, productIds: [productId] });
}
