import type { BulkChange } from '@backdesk/contract/catalog/bulk-edit.ts';
import { recordEvents, type SubjectEvent } from '../../../db/record-events.ts';
import { listCategories } from '../../category/queries.ts';
import type { CommandContext } from '../../context.ts';
import { invalidField } from '../../problem.ts';
import { bulkChanged } from '../bulk-change.ts';
import { loadRecords } from '../queries/load-records.ts';
import type { ProductRecord, VariantRecord } from '../records.ts';
import { addBulkProgress, moveToCategory, takeBatch } from '../store/bulk-edits.ts';
import { saveRecords } from '../store/save-records.ts';

/** Few enough that nobody waits long for a product that is being changed. */
const batchSize = 100;

/** Changes the next products of a bulk edit, all of them or none; false: there are no more. What was deleted meanwhile is passed over. */
export async function runBulkBatch(context: CommandContext, id: string, change: BulkChange): Promise<boolean> {
  const ids = await takeBatch(context, id, batchSize);
  if (ids.length === 0) return false;
  const changed = await changeProducts(context, ids, change);
  await addBulkProgress(context, id, { looked: ids.length, changed: changed.products.length });
  await recordEvents(context, changed.events);
  const { products, variants } = changed;
  await saveRecords(context, { products, variants, images: { of: [], rows: [] }, pricesOf: new Set(variants.map((variant) => variant.id)) });
  const productIds = products.map((product) => product.id);
  if (change.kind !== 'category' && productIds.length > 0) await context.enqueue('order.reprice', { accountId: context.scope.accountId, productIds });
  return true;
}

type Changed = { readonly products: readonly ProductRecord[]; readonly variants: readonly VariantRecord[]; readonly events: readonly SubjectEvent[] };

async function changeProducts(context: CommandContext, ids: readonly string[], change: BulkChange): Promise<Changed> {
  const { tx, scope, account } = context;
  const records = await loadRecords(tx, scope, { ids }, { currency: account.currency });
  if (change.kind !== 'category') {
    const changed = records.flatMap((record) => bulkChanged(record, change, account.currency) ?? []);
    return {
      products: changed.map(({ product }) => product),
      variants: changed.flatMap(({ variants }) => variants),
      events: changed.flatMap(({ events }) => events),
    };
  }
  // The category may be gone by now: then nothing is in it.
  const isThere = (await listCategories(tx, scope)).some(({ id }) => id === change.categoryId);
  const productIds = records.map(({ product }) => product.id);
  const moved = isThere ? await moveToCategory(context, { ...change, productIds }) : new Set<string>();
  const products = records.flatMap(({ product }) => (moved.has(product.id) ? [{ ...product, version: product.version + 1 }] : []));
  const type = change.isIn ? 'product.category_added' : 'product.category_removed';
  const events = products.map(
    ({ id, version }): SubjectEvent => ({ subject: 'product', subjectId: id, version, type, data: { categoryId: change.categoryId } }),
  );
  return { products, variants: [], events };
}

export async function assertCategory({ tx, scope }: CommandContext, categoryId: string): Promise<void> {
  const isKnown = (await listCategories(tx, scope)).some(({ id }) => id === categoryId);
  if (!isKnown) throw invalidField('/change/categoryId', 'must be a category of the account');
}
