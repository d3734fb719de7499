import { recordEvents } from '../../../db/record-events.ts';
import type { CommandContext } from '../../context.ts';
import { getPriceRole } from '../queries.ts';
import { lockPriceRoles, savePriceRole, saveRolePrices } from '../store.ts';

type RolePrice = { readonly productCode: string; readonly quantity: number; readonly extendedPrice: string };

/** Gives a price role its price breaks for whole products; what it had for these products before goes. */
export async function setRolePrices(context: CommandContext, roleId: string, prices: readonly RolePrice[]): Promise<void> {
  await lockPriceRoles(context);
  const role = await getPriceRole(context.tx, context.scope, roleId);
  const version = role.version + 1;
  await savePriceRole(context, { ...role, version });
  await saveRolePrices(
    context,
    roleId,
    prices.map((price) => ({ ...price, id: context.newId() })),
  );
  const products = [...new Set(prices.map(({ productCode }) => productCode))];
  await recordEvents(context, [{ subject: 'settings', subjectId: roleId, version, type: 'price_role.prices_set', data: { products } }]);
}
