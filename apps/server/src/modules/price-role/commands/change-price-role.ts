import type { changePriceRole as changePriceRoleBody } from '@backdesk/contract/price-role/schema.ts';
import type { z } from 'zod';
import { recordEvents } from '../../../db/record-events.ts';
import type { CommandContext } from '../../context.ts';
import { enqueueRepriceOfAll } from '../jobs.ts';
import { getPriceRole } from '../queries.ts';
import { lockPriceRoles, savePriceRole } from '../store.ts';

/** Renames a role or makes it everybody's who has none. Both reach the prices of open drafts and what explains them. */
export async function changePriceRole(context: CommandContext, id: string, body: z.output<typeof changePriceRoleBody>): Promise<void> {
  await lockPriceRoles(context);
  const before = await getPriceRole(context.tx, context.scope, id);
  const { name = before.name, isDefault = before.isDefault } = body;
  if (name === before.name && isDefault === before.isDefault) return;
  const version = before.version + 1;
  await savePriceRole(context, { id, version, name, isDefault });
  const data = { from: { name: before.name, isDefault: before.isDefault }, to: { name, isDefault } };
  await recordEvents(context, [{ subject: 'settings', subjectId: id, version, type: 'price_role.changed', data }]);
  await enqueueRepriceOfAll(context);
}
