import type { setRolePrices as setRolePricesBody } from '@backdesk/contract/price-role/schema.ts';
import type { z } from 'zod';
import { fieldConflicts } from '../../../db/field-conflicts.ts';
import { recordEvents } from '../../../db/record-events.ts';
import { checkBreaks } from '../../catalog/commands/check-breaks.ts';
import type { CommandContext } from '../../context.ts';
import { Problem } from '../../problem.ts';
import { enqueueRepriceOf } from '../jobs.ts';
import { findPricesSetAt, getPriceRole, getProductRolePrices } from '../queries.ts';
import { lockPriceRoles, savePriceRole, saveRolePrices } from '../store.ts';

/** Gives a price role its breaks for a product, whatever the variant; what it had there before goes. */
export async function setRolePrices(
  context: CommandContext,
  productId: string,
  roleId: string,
  { basedOn, breaks: wanted }: z.output<typeof setRolePricesBody>,
): Promise<void> {
  const { tx, scope } = context;
  await lockPriceRoles(context);
  const role = await getPriceRole(tx, scope, roleId);
  const { code, breaks: before } = await getProductRolePrices(context, productId, roleId);
  const breaks = checkBreaks(wanted, '/breaks').map(({ quantity, extendedPrice }) => ({ quantity, extendedPrice: plainDecimal(extendedPrice) }));
  if (JSON.stringify(before) === JSON.stringify(breaks)) return;
  const setAt = await findPricesSetAt(context, productId, roleId);
  const conflicts = await fieldConflicts({ context, subjectId: roleId, basedOn, fieldVersions: { breaks: setAt }, current: { breaks: before } });
  if (conflicts.length > 0) throw new Problem('conflict', { conflicts });
  const version = role.version + 1;
  await savePriceRole(context, { ...role, version });
  await saveRolePrices(
    context,
    { productId, roleId },
    breaks.map((each) => ({ ...each, id: context.newId() })),
  );
  const data = { productId, code, from: before, to: breaks };
  await recordEvents(context, [{ subject: 'settings', subjectId: roleId, version, type: 'price_role.prices_set', data }]);
  await enqueueRepriceOf(context, productId);
}

/** Without zeros that say nothing, as the database gives it back: "08.50" and "8.5" are the same price. */
function plainDecimal(price: string): string {
  const [whole = '0', fraction = ''] = price.split('.');
  const rest = fraction.replace(/0+$/, '');
  return `${whole.replace(/^0+(?=\d)/, '')}${rest === '' ? '' : `.${rest}`}`;
}
