import { type BulkEditRequest, mostEdited } from '@backdesk/contract/catalog/bulk-edit.ts';
import type { CommandContext } from '../../context.ts';
import { invalidField } from '../../problem.ts';
import { listProducts } from '../queries/list-products.ts';
import { findUnknownProducts } from '../queries/unknown-products.ts';

/** The ids of the products that are meant: those named, each once, or all that the listing finds. */
export async function selectProducts(context: CommandContext, products: BulkEditRequest['products']): Promise<readonly string[]> {
  if ('ids' in products) {
    const [unknown] = await findUnknownProducts(context.tx, context.scope, products.ids);
    if (unknown !== undefined) throw invalidField(`/products/ids/${products.ids.indexOf(unknown)}`, 'must be a product of the account');
    return [...new Set(products.ids)];
  }
  const found = new Set<string>();
  let cursor: string | undefined;
  do {
    const page = await listProducts({ ...context, db: context.tx }, { ...products.matching, cursor, limit: 200 });
    for (const { id } of page.rows) found.add(id);
    if (found.size > mostEdited) throw invalidField('/products/matching', `finds more than ${mostEdited} products: narrow it`);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  if (found.size === 0) throw invalidField('/products/matching', 'finds no product');
  return [...found];
}
