import type { CommandContext } from '../context.ts';

/** What moved: orders that are still open and use it are priced anew, as the system. */
export type RepriceCause = 'tax_rates' | 'shipping_rates';

/** Asks for the job of the order module that re-prices open orders (design "Prices in time"); it runs after the commit. */
export async function enqueueReprice({ enqueue, scope }: CommandContext, cause: RepriceCause): Promise<void> {
  await enqueue('order.reprice', { accountId: scope.accountId, cause });
}
