import { z } from 'zod';
import type { EnqueueJob, JobHandler } from '../../db/jobs.ts';
import { findSystemActing, listAccountIds } from '../../db/sign-in-queries.ts';
import type { Services } from '../../db/transaction.ts';
import { drawNextPage } from './commands/draw-page.ts';

/** `file.first_page`: draws the first pages of PDFs that came without one, one after the other; a process that ends goes on there. */
export function fileJobs(services: Omit<Services, 'enqueue'>): readonly JobHandler[] {
  const handle = async (payload: unknown, enqueue: EnqueueJob, stopping: AbortSignal) => {
    const { accountId } = z.object({ accountId: z.uuid().optional() }).parse(payload);
    for (const id of accountId === undefined ? await listAccountIds(services.db) : [accountId]) {
      const acting = await findSystemActing(services.db, id);
      if (acting !== undefined) while (await drawNextPage({ ...services, enqueue }, acting)) stopping.throwIfAborted();
    }
  };
  // Those of before pages were drawn are found by the clock, and what took too long is tried again by it.
  return [{ name: 'file.first_page', handle, expireInSeconds: 3600, heartbeatSeconds: 60, cron: '*/5 * * * *' }];
}
