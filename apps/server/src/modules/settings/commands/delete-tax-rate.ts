import type { CommandContext } from '../../context.ts';
import { enqueueReprice } from '../jobs.ts';
import { getTaxRate } from '../queries/settings.ts';
import { addEvent, lockAccount, removeTaxRate } from '../store.ts';

/** Deletes a rate. Orders keep what they stored of it until they are priced anew; frozen revisions keep it for good. */
export async function deleteTaxRate(context: CommandContext, id: string): Promise<void> {
  await lockAccount(context);
  const before = await getTaxRate(context.tx, context.scope, id, true);
  await removeTaxRate(context, id);
  await addEvent(context, { subjectId: id, version: before.version + 1, type: 'tax_rate.deleted', data: { code: before.code, name: before.name } });
  await enqueueReprice(context, 'tax_rates');
}
