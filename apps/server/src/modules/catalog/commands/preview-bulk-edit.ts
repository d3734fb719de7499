import type { BulkEditPreview, BulkEditRequest } from '@backdesk/contract/catalog/bulk-edit.ts';
import { unitDecimal } from '@backdesk/domain/money/rational.ts';
import type { CommandContext } from '../../context.ts';
import { bulkChanged } from '../bulk-change.ts';
import { loadRecords } from '../queries/load-records.ts';
import { listInCategory } from '../queries/products-in-category.ts';
import { assertCategory } from './run-bulk-edit.ts';
import { selectProducts } from './select-products.ts';

/** As many as a person looks through. */
const shown = 8;

type Preview = Omit<BulkEditPreview, 'currency'>;

/** What a change of many would do, told on the first of them. Nothing is written. */
export async function previewBulkEdit(context: CommandContext, { products, change }: BulkEditRequest): Promise<Preview> {
  const { tx, scope, account } = context;
  if (change.kind === 'category') await assertCategory(context, change.categoryId);
  const ids = await selectProducts(context, products);
  const first = ids.slice(0, shown);
  const records = new Map((await loadRecords(tx, scope, { ids: first }, { currency: account.currency })).map((record) => [record.product.id, record]));
  const inside = change.kind === 'category' ? await listInCategory(tx, scope, change.categoryId, first) : new Set<string>();
  const items = first.flatMap((id): Preview['items'] => {
    const record = records.get(id);
    if (record === undefined) return [];
    const { code, name } = record.product;
    if (change.kind === 'category') return [{ productId: id, code, name, isChanged: inside.has(id) !== change.isIn, price: null }];
    const changed = bulkChanged(record, change, account.currency);
    const [from, to] = [record.variants.find(({ prices }) => prices.length > 0)?.prices[0], changed?.variants[0]?.prices[0]];
    const price =
      from === undefined || to === undefined ? null : { from: unitDecimal(from.extendedPrice, from.quantity), to: unitDecimal(to.extendedPrice, to.quantity) };
    return [{ productId: id, code, name, isChanged: changed !== null, price }];
  });
  return { count: ids.length, items };
}
