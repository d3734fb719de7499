import type { CommandContext } from '../context.ts';

/** Asks for the job that prices the open orders with these discounts anew; an automatic one may reach any. */
export async function enqueueRepriceFor(
  { enqueue, scope }: CommandContext,
  discounts: readonly { readonly id: string; readonly code: string | null }[],
): Promise<void> {
  if (discounts.length === 0) return;
  const isAutomatic = discounts.some(({ code }) => code === null);
  await enqueue('order.reprice', { accountId: scope.accountId, cause: 'discounts', ...(!isAutomatic && { discountIds: discounts.map(({ id }) => id) }) });
}
