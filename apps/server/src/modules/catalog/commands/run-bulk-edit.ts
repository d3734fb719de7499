import type { BulkChange } from '@backdesk/contract/catalog/bulk-edit.ts';
import { recordEvents, type SubjectEvent } from '../../../db/record-events.ts';
import { listCategories } from '../../category/queries.ts';
import type { CommandContext } from '../../context.ts';
import { invalidField } from '../../problem.ts';
import { type BulkChanged, bulkChanged, type OnRecords } from '../bulk-change.ts';
import { bulkUndone } from '../bulk-undo.ts';
import { type BulkEditRow, loadBulkDone } from '../queries/bulk-edits.ts';
import { loadRecords } from '../queries/load-records.ts';
import type { CatalogRecord } from '../records.ts';
import { addBulkProgress, insertBulkProducts, moveToCategory, takeBatch } from '../store/bulk-edits.ts';
import { saveRecords } from '../store/save-records.ts';

/** Few enough that nobody waits long for a product that is being changed. */
const batchSize = 100;

type Edit = Pick<BulkEditRow, 'id' | 'change' | 'undoes' | 'takesBack'>;

/** Changes the next products of a bulk edit, all of them or none; false: there are no more. What was deleted meanwhile is passed over. */
export async function runBulkBatch(context: CommandContext, edit: Edit): Promise<boolean> {
  const ids = await takeBatch(context, edit.id, batchSize);
  if (ids.length === 0) return false;
  const { changed, left } = await changeProducts(context, ids, edit);
  const [products, variants] = [changed.map(({ product }) => product), changed.flatMap((each) => each.variants)];
  await addBulkProgress(context, edit.id, { looked: ids.length, changed: changed.length });
  const isLeft = new Set(left);
  await insertBulkProducts(context, edit.id, [
    ...changed.map(({ product: { id, version }, marked }) => ({ id, version, marked, isLeft: isLeft.delete(id) })),
    ...[...isLeft].map((id) => ({ id, version: null, marked: [], isLeft: true })),
  ]);
  await recordEvents(
    context,
    changed.flatMap(({ events }) => events),
  );
  await saveRecords(context, { products, variants, images: { of: [], rows: [] }, pricesOf: new Set(variants.map((variant) => variant.id)) });
  const productIds = products.map((product) => product.id);
  if (edit.change.kind !== 'category' && productIds.length > 0) await context.enqueue('order.reprice', { accountId: context.scope.accountId, productIds });
  return true;
}

/** `left`: those of an undo in which something was changed since, or that are gone. */
type Changed = { readonly changed: readonly BulkChanged[]; readonly left: readonly string[] };

async function changeProducts(context: CommandContext, ids: readonly string[], edit: Edit): Promise<Changed> {
  const { tx, scope, account } = context;
  const { change, undoes } = edit;
  const records = await loadRecords(tx, scope, { ids }, { currency: account.currency });
  if (change.kind === 'category') return moveProducts(context, ids, records, { ...edit, change });
  if (undoes === null) return { changed: records.flatMap((record) => bulkChanged(record, change, account.currency) ?? []), left: [] };
  return undoProducts(context, ids, records, { ...edit, change, undoes });
}

async function undoProducts(
  { tx, scope }: CommandContext,
  ids: readonly string[],
  records: readonly CatalogRecord[],
  { change, undoes, takesBack }: Edit & { readonly change: OnRecords; readonly undoes: string },
): Promise<Changed> {
  const done = await loadBulkDone(tx, scope, undoes, ids);
  const undone = records.flatMap((record) => {
    const of = done.get(record.product.id);
    return of === undefined ? [] : [{ id: record.product.id, ...bulkUndone(record, change.kind, of, takesBack) }];
  });
  return {
    changed: undone.flatMap(({ changed }) => changed ?? []),
    left: [...goneOf(ids, records), ...undone.flatMap(({ id, isLeft }) => (isLeft ? [id] : []))],
  };
}

async function moveProducts(
  context: CommandContext,
  ids: readonly string[],
  records: readonly CatalogRecord[],
  { change, undoes, takesBack }: Edit & { readonly change: Extract<BulkChange, { kind: 'category' }> },
): Promise<Changed> {
  // The category may be gone by now: then nothing is in it.
  const isThere = (await listCategories(context.tx, context.scope)).some(({ id }) => id === change.categoryId);
  const isIn = change.isIn !== takesBack;
  const productIds = records.map(({ product }) => product.id);
  const moved = isThere ? await moveToCategory(context, { categoryId: change.categoryId, isIn, productIds }) : new Set<string>();
  const type = isIn ? 'product.category_added' : 'product.category_removed';
  const changed = records.flatMap(({ product }): readonly BulkChanged[] => {
    if (!moved.has(product.id)) return [];
    const version = product.version + 1;
    const event: SubjectEvent = { subject: 'product', subjectId: product.id, version, type, data: { categoryId: change.categoryId } };
    return [{ product: { ...product, version }, variants: [], events: [event], marked: [] }];
  });
  if (undoes === null) return { changed, left: [] };
  return { changed, left: isThere || !isIn ? goneOf(ids, records) : ids };
}

function goneOf(ids: readonly string[], records: readonly CatalogRecord[]): readonly string[] {
  const there = new Set(records.map(({ product }) => product.id));
  return ids.filter((id) => !there.has(id));
}

export async function assertCategory({ tx, scope }: CommandContext, categoryId: string): Promise<void> {
  const isKnown = (await listCategories(tx, scope)).some(({ id }) => id === categoryId);
  if (!isKnown) throw invalidField('/change/categoryId', 'must be a category of the account');
}
