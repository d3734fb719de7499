import { z } from 'zod';
import type { EnqueueJob, JobHandler } from '../../db/jobs.ts';
import { findSystemActing } from '../../db/sign-in-queries.ts';
import type { Services } from '../../db/transaction.ts';
import { ImportTakenOver } from './commands/import-batch.ts';
import { runImport } from './commands/run-import.ts';
import { getImport, hasFile, piecesOfFile } from './queries/imports.ts';

const payloadSchema = z.object({ accountId: z.uuid(), importId: z.uuid() });

/**
 * `import.run`: takes in the file of an import. When the process dies, the job comes back within half a minute and goes on
 * after the last batch; a process that is asked to end stops after its batch, and the next one goes on.
 */
export function importJobs(services: Omit<Services, 'enqueue'>): readonly JobHandler[] {
  const handle = async (payload: unknown, enqueue: EnqueueJob, stopping: AbortSignal) => {
    const { accountId, importId } = payloadSchema.parse(payload);
    const acting = await findSystemActing(services.db, accountId);
    if (acting === undefined) return;
    const run = await getImport(services.db, acting.scope, importId);
    if (run.state !== 'running' || !(await hasFile(services.db, acting.scope, importId))) return;
    try {
      await runImport({ ...services, enqueue }, acting, {
        importId,
        kind: run.kind,
        overwrite: run.overwrite,
        dryRun: run.dry_run,
        mapping: run.mapping,
        rowsBefore: run.rows_read,
        pieces: piecesOfFile(services.db, acting.scope, importId),
        onBatch: () => stopping.throwIfAborted(),
      });
    } catch (error) {
      if (!(error instanceof ImportTakenOver)) throw error;
    }
  };
  return [{ name: 'import.run', handle, expireInSeconds: 6 * 3600, heartbeatSeconds: 15 }];
}
