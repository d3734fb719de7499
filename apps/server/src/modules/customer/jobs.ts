import type { CommandContext } from '../context.ts';

type Change = { readonly field: string };

/** Asks for the job that prices open orders of customers anew, as the system, after the commit (design "Prices in time"). */
export async function enqueueRepriceOfCustomers({ enqueue, scope }: CommandContext, customerIds: readonly string[]): Promise<void> {
  if (customerIds.length > 0) await enqueue('order.reprice', { accountId: scope.accountId, customerIds, cause: 'customer_terms' });
}

/** Whether a customer's orders come to something else after it: another price role, or tax that is charged no more or again. */
export function movesPrices(changes: readonly Change[]): boolean {
  return changes.some(({ field }) => field === 'role' || field === 'taxExemption');
}
