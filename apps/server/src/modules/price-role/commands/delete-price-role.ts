import { recordEvents } from '../../../db/record-events.ts';
import type { CommandContext } from '../../context.ts';
import { Problem } from '../../problem.ts';
import { enqueueRepriceOfAll } from '../jobs.ts';
import { getPriceRole } from '../queries.ts';
import { lockPriceRoles, removePriceRole } from '../store.ts';

/** Deletes a role that no customer, no company, no price and no rule of who may buy has; else says who and what has it. */
export async function deletePriceRole(context: CommandContext, id: string): Promise<void> {
  await lockPriceRoles(context);
  const { name, version, isDefault, customerCount, companyCount, priceCount, buyerRuleCount } = await getPriceRole(context.tx, context.scope, id);
  const used = { customerCount, companyCount, priceCount, buyerRuleCount };
  if (Object.values(used).some((count) => count > 0)) throw new Problem('price_role.in_use', { detail: { name, ...used } });
  await removePriceRole(context, id);
  await recordEvents(context, [{ subject: 'settings', subjectId: id, version: version + 1, type: 'price_role.deleted', data: { name } }]);
  // Lines of customers without a role say whose list it fell back from.
  if (isDefault) await enqueueRepriceOfAll(context);
}
