import { combinationKey, mostVariants, withValues } from '@backdesk/domain/catalog/variant-options.ts';
import { recordEvents } from '../../../db/record-events.ts';
import type { CommandContext } from '../../context.ts';
import { invalidField, Problem } from '../../problem.ts';
import { stamped } from '../changed-fields.ts';
import { type DeletedVariant, listDeletedVariants } from '../queries/deleted-variants.ts';
import { loadRecords } from '../queries/load-records.ts';
import type { CatalogRecord } from '../records.ts';
import { restoreVariantRecords, saveRecords } from '../store/save-records.ts';
import { refuseTakenSkus } from './refuse-taken-skus.ts';

/**
 * Takes back the deletion of variants, with their prices and stock. Refused once a SKU or the options of one are those of another, or the
 * product has other options by now. One that is there stays as it is. Open orders follow.
 */
export async function restoreVariants(context: CommandContext, productId: string, variantIds: readonly string[]): Promise<void> {
  const { tx, scope, account } = context;
  const [found] = await loadRecords(tx, scope, { ids: [productId] }, { currency: account.currency });
  if (found === undefined) throw new Problem('not_found');
  const { product, variants } = found;
  const restored = restorable(await listDeletedVariants(tx, scope, [productId]), found, variantIds);
  if (restored.length === 0) return;
  if (variants.length + restored.length > mostVariants) throw invalidField('/variantIds', `would make more than ${mostVariants} variants`);
  await refuseTakenSkus(
    context,
    restored.map(({ sku }) => sku),
    { pointerOf: (at) => `/variantIds/${variantIds.indexOf(restored[at]?.id ?? '')}` },
  );
  await restoreVariantRecords(
    context,
    restored.map(({ id }) => id),
  );
  const version = product.version + 1;
  const fieldVersions = stamped(product.fieldVersions, [{ field: 'values' }], version);
  const options = withValues(product.options, restored);
  await saveRecords(context, { products: [{ ...product, version, fieldVersions, options }], variants: [], images: { of: [], rows: [] }, pricesOf: new Set() });
  const said = restored.map(({ id, sku }) => ({ variantId: id, sku }));
  await recordEvents(context, [{ subject: 'product', subjectId: productId, version, type: 'product.variants_restored', data: { variants: said } }]);
  await context.enqueue('order.reprice', { accountId: scope.accountId, productIds: [productId] });
}

function restorable(deleted: readonly DeletedVariant[], { product, variants }: CatalogRecord, wanted: readonly string[]): readonly DeletedVariant[] {
  const live = new Set(variants.map(({ id }) => id));
  const skuAt = new Map(variants.map(({ optionValues, sku }) => [combinationKey(optionValues), sku]));
  const seen = new Set<string>();
  return wanted.flatMap((id, at) => {
    if (live.has(id) || seen.has(id)) return [];
    seen.add(id);
    const variant = deleted.find((candidate) => candidate.id === id);
    if (variant === undefined) throw invalidField(`/variantIds/${at}`, 'is no variant of this product');
    const { optionValues, sku } = variant;
    if (optionValues.length !== product.options.length)
      throw invalidField(`/variantIds/${at}`, `(${sku}) has not the options that the product has by now: add it anew`);
    const twin = skuAt.get(combinationKey(optionValues));
    if (twin !== undefined) throw invalidField(`/variantIds/${at}`, `(${sku}) has the options of ${twin}, which was made since`);
    skuAt.set(combinationKey(optionValues), sku);
    return [variant];
  });
}
