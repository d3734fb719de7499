import type { CommandContext } from '../../context.ts';
import { getPickupPlace } from '../queries/pickup-places.ts';
import { addEvent, lockAccount, removePickupPlace } from '../store.ts';

/** Deletes a place. Orders that chose it keep its name and address. */
export async function deletePickupPlace(context: CommandContext, id: string): Promise<void> {
  await lockAccount(context);
  const before = await getPickupPlace(context.tx, context.scope, id);
  await removePickupPlace(context, id);
  await addEvent(context, { subjectId: id, version: before.version + 1, type: 'pickup_place.deleted', data: { name: before.name } });
}
