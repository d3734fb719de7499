import { z } from 'zod';
import type { JobHandler } from '../../db/jobs.ts';
import { findSystemActing, listAccountIds } from '../../db/sign-in-queries.ts';
import { type Acting, inTransaction, type Services } from '../../db/transaction.ts';
import { compareEstimate } from './commands/compare-estimate.ts';
import { repriceOrder } from './commands/reprice-order.ts';
import { listEstimatesComparedBefore, listEstimatesToCompare, listOrdersToReprice } from './queries/orders-to-reprice.ts';

const payloadSchema = z.object({
  accountId: z.uuid(),
  productIds: z.array(z.uuid()).optional(),
  companyIds: z.array(z.uuid()).optional(),
  customerIds: z.array(z.uuid()).optional(),
  discountIds: z.array(z.uuid()).optional(),
  cause: z.string().optional(),
});

/** In one go; what is left over is the next hour's. */
const comparedAtOnce = 500;
const day = 24 * 3600 * 1000;

/**
 * `order.reprice`: after the catalogue, a tax rate, a shipping rate or the terms of a customer changed, prices the open orders that use it, as the
 * system, each in a transaction of its own, and compares the promises of estimates with today. Running twice changes nothing the second time.
 * `estimate.compare`: every hour compares the estimates that were not for a day.
 */
export function orderJobs(services: Omit<Services, 'enqueue'>): readonly JobHandler[] {
  const all: Services = { ...services, enqueue: () => Promise.reject(new Error('Pricing an order anew asks for no further job.')) };

  const reprice = async (payload: unknown) => {
    const { accountId, productIds = null, companyIds = null, customerIds = null, discountIds = null } = payloadSchema.parse(payload);
    const acting = await findSystemActing(services.db, accountId);
    if (acting === undefined) return;
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

  const compareOverdue = async (acting: Acting) => {
    const since = new Date(services.now().getTime() - day);
    for (const id of await listEstimatesComparedBefore(services.db, acting.scope, since, comparedAtOnce)) {
      // One that cannot be priced must not keep the others from it.
      await inTransaction(all, acting, (context) => compareEstimate(context, id)).catch((error: unknown) =>
        console.error(JSON.stringify({ level: 'error', message: `Estimate ${id} was not compared with today`, error: String(error) })),
      );
    }
  };
  const compareAll = async () => {
    for (const accountId of await listAccountIds(services.db)) {
      const acting = await findSystemActing(services.db, accountId);
      if (acting !== undefined) await compareOverdue(acting);
    }
  };

  return [
    { name: 'order.reprice', expireInSeconds: 3600, handle: reprice },
    { name: 'estimate.compare', expireInSeconds: 3600, cron: '17 * * * *', handle: compareAll },
  ];
}
