import type { CommandContext } from '../context.ts';

/** Asks for the job that prices the account's open orders anew, as the system, after the commit (design "Prices in time"). */
export async function enqueueRepriceOfAll({ enqueue, scope }: CommandContext): Promise<void> {
  await enqueue('order.reprice', { accountId: scope.accountId, cause: 'price_roles' });
}

/** The same for the orders that have this product. */
export async function enqueueRepriceOf({ enqueue, scope }: CommandContext, productId: string): Promise<void> {
  await enqueue('order.reprice', { accountId: scope.accountId, productIds: [productId] });
}
