import type { setBuyers as setBuyersBody } from '@backdesk/contract/catalog/buyers.ts';
import type { z } from 'zod';
import { recordEvents } from '../../../db/record-events.ts';
import type { CommandContext } from '../../context.ts';
import { invalidField, Problem } from '../../problem.ts';
import { loadRecords } from '../queries/load-records.ts';
import { findUnknownRoles } from '../queries/unknown-roles.ts';
import { saveBuyerRules } from '../store/save-buyer-rules.ts';
import { saveRecords } from '../store/save-records.ts';

/** Says which price roles may buy a product and its variants. Open drafts with it are looked at again. */
export async function setBuyers(context: CommandContext, productId: string, { rules }: z.output<typeof setBuyersBody>): Promise<void> {
  const { tx, scope, account } = context;
  const [found] = await loadRecords(tx, scope, { ids: [productId] }, { currency: account.currency });
  if (found === undefined) throw new Problem('not_found');
  const variantIds = new Set(found.variants.map(({ id }) => id));
  const [unknownRole] = await findUnknownRoles(
    tx,
    scope,
    rules.map(({ roleId }) => roleId),
  );
  const seen = new Set<string>();
  for (const [index, { roleId, variantId }] of rules.entries()) {
    if (roleId === unknownRole) throw invalidField(`/rules/${index}/roleId`, 'must be a price role of the account');
    if (variantId !== null && !variantIds.has(variantId)) throw invalidField(`/rules/${index}/variantId`, 'must be a variant of the product');
    const key = `${variantId} ${roleId}`;
    if (seen.has(key)) throw invalidField(`/rules/${index}/roleId`, 'has a rule for this already');
    seen.add(key);
  }
  await saveBuyerRules(context, productId, rules);
  const version = found.product.version + 1;
  await saveRecords(context, { products: [{ ...found.product, version }], variants: [], images: { of: [], rows: [] }, pricesOf: new Set() });
  await recordEvents(context, [{ subject: 'product', subjectId: productId, version, type: 'product.buyers_set', data: { rules } }]);
  await context.enqueue('order.reprice', { accountId: scope.accountId, productIds: [productId] });
}
