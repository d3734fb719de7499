import { recordEvents } from '../../../db/record-events.ts';
import type { CommandContext } from '../../context.ts';
import { Problem } from '../../problem.ts';
import { loadRecords } from '../queries/load-records.ts';
import { restoreRecord } from '../store/save-records.ts';

/** Takes back the deletion of a product, with the variants that went with it; refused once its code or a SKU is used elsewhere. Open orders follow. */
export async function restoreProduct(context: CommandContext, id: string): Promise<void> {
  const { tx, scope, account } = context;
  const [found] = await loadRecords(tx, scope, { ids: [id] }, { currency: account.currency, withDeleted: true });
  if (found === undefined || !found.product.isDeleted) throw new Problem('not_found');
  const { code, name } = found.product;
  const version = found.product.version + 1;
  await restoreRecord(context, { id, version });
  await recordEvents(context, [{ subject: 'product', subjectId: id, version, type: 'product.restored', data: { code, name } }]);
  await context.enqueue('order.reprice', { accountId: scope.accountId, productIds: [id] });
}
