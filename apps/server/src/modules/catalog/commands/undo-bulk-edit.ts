import type { CommandContext } from '../../context.ts';
import { Problem } from '../../problem.ts';
import { getBulkEdit, listBulkChanged } from '../queries/bulk-edits.ts';
import { insertBulkEdit, lockBulkEdit } from '../store/bulk-edits.ts';

/** Asks for the job that puts back what an edit changed: an edit of its own, of the same products. Answers its id. */
export async function undoBulkEdit(context: CommandContext, undoes: string): Promise<string> {
  const { tx, scope } = context;
  await lockBulkEdit(context, undoes);
  const edit = await getBulkEdit(tx, scope, undoes);
  if (edit.finishedAt === null) throw new Problem('product_edit.running');
  if (edit.isUndone) throw new Problem('product_edit.undone');
  const productIds = await listBulkChanged(tx, scope, undoes);
  if (productIds.length === 0) throw new Problem('product_edit.nothing_to_undo');
  const id = context.newId();
  await insertBulkEdit(context, { id, change: edit.change, productIds, undoes, takesBack: !edit.takesBack });
  await context.enqueue('product.bulk_edit', { accountId: scope.accountId, bulkEditId: id });
  return id;
}
