import type { CommandContext } from '../../context.ts';
import { enqueueReprice } from '../jobs.ts';
import { getShippingZone } from '../queries/settings.ts';
import { addEvent, lockAccount, removeZone } from '../store.ts';

/** Deletes a zone and its rates. A method that was chosen is a copy and stays until the order needs another look. */
export async function deleteShippingZone(context: CommandContext, id: string): Promise<void> {
  await lockAccount(context);
  const before = await getShippingZone(context.tx, context.scope, id, true);
  await removeZone(context, id);
  await addEvent(context, { subjectId: id, version: before.version + 1, type: 'shipping_zone.deleted', data: { name: before.name } });
  await enqueueReprice(context, 'shipping_rates');
}
