import { z } from 'zod';
import type { JobHandler } from '../../db/jobs.ts';
import { findSystemActing } from '../../db/sign-in-queries.ts';
import { inTransaction, type Services } from '../../db/transaction.ts';
import { compareEstimate } from './commands/compare-estimate.ts';
import { repriceOrder } from './commands/reprice-order.ts';
import { listEstimatesToCompare, listOrdersToReprice } from './queries/orders-to-reprice.ts';

const payloadSchema = z.object({
  accountId: z.uuid(),
  productIds: z.array(z.uuid()).optional(),
  companyIds: z.array(z.uuid()).optional(),
  customerIds: z.array(z.uuid()).optional(),
  discountIds: z.array(z.uuid()).optional(),
  cause: z.string().optional(),
});

/**
 * `order.reprice`: after the catalogue, a tax rate, a shipping rate or the terms of a customer changed, prices the open orders that use it, as the
 * system, each in a transaction of its own, and compares the promises of estimates with today. Running twice changes nothing the second time.
 */
export function orderJobs(services: Omit<Services, 'enqueue'>): readonly JobHandler[] {
  const handle = async (payload: unknown) => {
    const { accountId, productIds = null, companyIds = null, customerIds = null, discountIds = null } = payloadSchema.parse(payload);
    const acting = await findSystemActing(services.db, accountId);
    if (acting === undefined) return;
    const all: Services = { ...services, enqueue: () => Promise.reject(new Error('Pricing an order anew asks for no further job.')) };
    for (const { list, command } of [
      { list: listOrdersToReprice, command: repriceOrder },
      { list: listEstimatesToCompare, command: compareEstimate },
    ]) {
      let after: string | null = null;
      do {
        const ids: readonly string[] = await list(services.db, acting.scope, { productIds, companyIds, customerIds, discountIds, after });
        for (const id of ids) await inTransaction(all, acting, (context) => command(context, id));
        after = ids.at(-1) ?? null;
      } while (after !== null);
    }
  };
  return [{ name: 'order.reprice', expireInSeconds: 3600, handle }];
}
