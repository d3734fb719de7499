import type { CommandContext } from '../../context.ts';
import { enqueueRepriceFor } from '../jobs.ts';
import { listRulesOfOrder } from '../queries.ts';
import { insertUses, lockLimitedDiscounts, moveUses } from '../store.ts';

type Order = { readonly id: string; readonly customerId: string | null };
type Use = { readonly discountId: string; readonly amount: number };

/** Writes what a submitted order used, under the lock that was taken when it was priced. Drafts that share a use that is now gone are told. */
export async function useDiscounts(context: CommandContext, order: Order, uses: readonly Use[]): Promise<void> {
  if (uses.length === 0) return;
  await insertUses(context, order, uses);
  const ids = uses.map(({ discountId }) => discountId);
  const used = await listRulesOfOrder(context.tx, context.scope, { ids, orderId: order.id, customerId: order.customerId });
  const limited = used.filter((rule) => ids.includes(rule.id) && (rule.maxUses !== null || rule.maxUsesPerCustomer !== null || rule.value.kind === 'balance'));
  await enqueueRepriceFor(context, limited);
}

/** Gives back what an order used: it was deleted or canceled. */
export async function releaseDiscounts(context: CommandContext, orderId: string): Promise<void> {
  const ids = await moveUses(context, orderId, 'release');
  await tellAbout(context, orderId, ids);
}

/** Takes again what a restored order had used, also when somebody else took the last use meanwhile: it stands as it was submitted. */
export async function takeDiscountsAgain(context: CommandContext, orderId: string): Promise<void> {
  const ids = await moveUses(context, orderId, 'take');
  await tellAbout(context, orderId, ids);
}

async function tellAbout(context: CommandContext, orderId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await lockLimitedDiscounts(context, ids);
  const rules = await listRulesOfOrder(context.tx, context.scope, { ids, orderId, customerId: null });
  await enqueueRepriceFor(
    context,
    rules.filter(({ id }) => ids.includes(id)),
  );
}
