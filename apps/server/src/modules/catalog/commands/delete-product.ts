import { recordEvents } from '../../../db/record-events.ts';
import type { CommandContext } from '../../context.ts';
import { Problem } from '../../problem.ts';
import { loadRecords } from '../queries/load-records.ts';
import { deleteRecord } from '../store/save-records.ts';

/** Deletes a product softly; orders keep what they copied from it, and are told that it is no longer sold. */
export async function deleteProduct(context: CommandContext, id: string): Promise<void> {
  const { tx, scope, account } = context;
  const [found] = await loadRecords(tx, scope, { ids: [id] }, { currency: account.currency });
  if (found === undefined) throw new Problem('not_found');
  const version = found.product.version + 1;
  await deleteRecord(context, { id, version });
  await recordEvents(context, [
    { subject: 'product', subjectId: id, version, type: 'product.deleted', data: { code: found.product.code, name: found.product.name } },
  ]);
  await context.enqueue('order.reprice', { accountId: scope.accountId, productIds: [id] });
}
