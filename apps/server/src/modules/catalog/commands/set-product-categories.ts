import { recordEvents } from '../../../db/record-events.ts';
import { listCategories } from '../../category/queries.ts';
import type { CommandContext } from '../../context.ts';
import { invalidField, Problem } from '../../problem.ts';
import { loadRecords } from '../queries/load-records.ts';
import { saveProductCategories } from '../store/save-product-categories.ts';
import { saveRecords } from '../store/save-records.ts';

/** Puts a product into these categories and no others. */
export async function setProductCategories(context: CommandContext, productId: string, categoryIds: readonly string[]): Promise<void> {
  const { tx, scope, account } = context;
  const [found] = await loadRecords(tx, scope, { ids: [productId] }, { currency: account.currency });
  if (found === undefined) throw new Problem('not_found');
  const known = new Set((await listCategories(tx, scope)).map(({ id }) => id));
  const unknownAt = categoryIds.findIndex((id) => !known.has(id));
  if (unknownAt >= 0) throw invalidField(`/categoryIds/${unknownAt}`, 'must be a category of the account');
  await saveProductCategories(context, productId, categoryIds);
  const version = found.product.version + 1;
  await saveRecords(context, { products: [{ ...found.product, version }], variants: [], images: { of: [], rows: [] }, pricesOf: new Set() });
  await recordEvents(context, [{ subject: 'product', subjectId: productId, version, type: 'product.categories_set', data: { categoryIds } }]);
}
