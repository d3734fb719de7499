import { z } from 'zod';
import type { EnqueueJob, JobHandler } from '../../db/jobs.ts';
import { findSystemActing, listAccountIds } from '../../db/sign-in-queries.ts';
import { type Acting, inTransaction, type Services } from '../../db/transaction.ts';
import type { Actor } from '../context.ts';
import { fetchNextPicture } from './commands/fetch-picture.ts';
import { runBulkBatch } from './commands/run-bulk-edit.ts';
import { sweepDays } from './commands/sweep-days.ts';
import { type BulkEditRow, getBulkEdit } from './queries/bulk-edits.ts';

const payloadSchema = z.object({ accountId: z.uuid(), bulkEditId: z.uuid() });

/**
 * `product.bulk_edit`: changes many products, batch by batch, each in a transaction with its progress: a process that ends goes on there.
 * `picture.fetch`: brings pictures from their addresses, one after the other, as far as they are due.
 * `day.sweep`: soon after midnight in each account, and whenever that was missed, has orders follow the prices and discounts
 * that begin or end.
 */
export function catalogJobs(services: Omit<Services, 'enqueue'>): readonly JobHandler[] {
  const handle = async (payload: unknown, enqueue: EnqueueJob, stopping: AbortSignal) => {
    const { accountId, bulkEditId } = payloadSchema.parse(payload);
    const system = await findSystemActing(services.db, accountId);
    if (system === undefined) return;
    const edit = await getBulkEdit(services.db, system.scope, bulkEditId);
    if (edit.finishedAt !== null) return;
    const acting: Acting = { ...system, actor: actorOf(edit) };
    while (await inTransaction({ ...services, enqueue }, acting, (context) => runBulkBatch(context, edit))) stopping.throwIfAborted();
  };
  const sweep = async (_payload: unknown, enqueue: EnqueueJob) => {
    for (const accountId of await listAccountIds(services.db)) {
      const acting = await findSystemActing(services.db, accountId);
      if (acting !== undefined) await inTransaction({ ...services, enqueue }, acting, sweepDays);
    }
  };
  const fetchPictures = async (payload: unknown, enqueue: EnqueueJob, stopping: AbortSignal) => {
    const { accountId } = z.object({ accountId: z.uuid().optional() }).parse(payload);
    for (const id of accountId === undefined ? await listAccountIds(services.db) : [accountId]) {
      const acting = await findSystemActing(services.db, id);
      if (acting !== undefined) while (await fetchNextPicture({ ...services, enqueue }, acting)) stopping.throwIfAborted();
    }
  };
  return [
    // Those that did not answer are tried again by the clock.
    { name: 'picture.fetch', handle: fetchPictures, expireInSeconds: 3600, heartbeatSeconds: 60, cron: '*/5 * * * *' },
    { name: 'product.bulk_edit', handle, expireInSeconds: 3600, heartbeatSeconds: 15 },
    // The quarters of an hour are midnight somewhere.
    { name: 'day.sweep', formerly: 'price_period.sweep', handle: sweep, expireInSeconds: 1800, cron: '*/15 * * * *' },
  ];
}

/** Histories name who asked for it. */
function actorOf({ createdBy, createdName }: BulkEditRow): Actor {
  const [kind, id = ''] = createdBy.split(':');
  return { kind: kind === 'api_key' ? 'api_key' : 'staff', id, name: createdName, permissions: new Set() };
}
