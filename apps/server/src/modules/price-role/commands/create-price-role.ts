import { recordEvents } from '../../../db/record-events.ts';
import type { CommandContext } from '../../context.ts';
import { lockPriceRoles, savePriceRole } from '../store.ts';

/** Makes a price role and answers its id. */
export async function createPriceRole(context: CommandContext, name: string): Promise<string> {
  await lockPriceRoles(context);
  const id = context.newId();
  await savePriceRole(context, { id, version: 1, name, isDefault: false });
  await recordEvents(context, [{ subject: 'settings', subjectId: id, version: 1, type: 'price_role.created', data: { name } }]);
  return id;
}
