import type { BulkEditRequest } from '@backdesk/contract/catalog/bulk-edit.ts';
import type { CommandContext } from '../../context.ts';
import { insertBulkEdit } from '../store/bulk-edits.ts';
import { assertCategory } from './run-bulk-edit.ts';
import { selectProducts } from './select-products.ts';

/** Notes which products are meant, as of now, and asks for the job that changes them. */
export async function startBulkEdit(context: CommandContext, { products, change }: BulkEditRequest): Promise<string> {
  if (change.kind === 'category') await assertCategory(context, change.categoryId);
  const productIds = await selectProducts(context, products);
  const id = context.newId();
  await insertBulkEdit(context, { id, change, productIds, undoes: null, takesBack: false });
  await context.enqueue('product.bulk_edit', { accountId: context.scope.accountId, bulkEditId: id });
  return id;
}
