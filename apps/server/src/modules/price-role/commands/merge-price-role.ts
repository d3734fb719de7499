import { recordEvents } from '../../../db/record-events.ts';
import type { CommandContext } from '../../context.ts';
import { invalidField } from '../../problem.ts';
import { enqueueRepriceOfAll } from '../jobs.ts';
import { getPriceRole, listPriceRoles } from '../queries.ts';
import { lockPriceRoles, moveToPriceRole, removePriceRole, savePriceRole } from '../store.ts';

/** Hands customers, companies and prices of a role to another and deletes it. A default stays one under the other's name. */
export async function mergePriceRole(context: CommandContext, id: string, intoId: string): Promise<void> {
  await lockPriceRoles(context);
  const role = await getPriceRole(context.tx, context.scope, id);
  const into = (await listPriceRoles(context.tx, context.scope)).find((other) => other.id === intoId && other.id !== id);
  if (into === undefined) throw invalidField('/intoId', 'must be another price role of the account');
  await moveToPriceRole(context, { from: id, into: intoId });
  await removePriceRole(context, id);
  const version = into.version + 1;
  await savePriceRole(context, { id: intoId, version, name: into.name, isDefault: into.isDefault || role.isDefault });
  const { name, customerCount, companyCount, priceCount } = role;
  await recordEvents(context, [
    { subject: 'settings', subjectId: intoId, version, type: 'price_role.merged', data: { name, customerCount, companyCount, priceCount } },
    { subject: 'settings', subjectId: id, version: role.version + 1, type: 'price_role.deleted', data: { name, mergedInto: into.name } },
  ]);
  await enqueueRepriceOfAll(context);
}
