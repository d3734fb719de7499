import { z } from 'zod';
import type { EnqueueJob, JobHandler } from '../../db/jobs.ts';
import { findSystemActing } from '../../db/sign-in-queries.ts';
import type { Services } from '../../db/transaction.ts';
import { ImportTakenOver } from './commands/import-batch.ts';
import { runImport } from './commands/run-import.ts';
import { findFile, getImport } from './queries/imports.ts';

const payloadSchema = z.object({ accountId: z.uuid(), importId: z.uuid() });

/** `import.run`: takes in the file of an import. When the process dies, the job comes back and goes on after the last batch. */
export function importJobs(services: Omit<Services, 'enqueue'>): readonly JobHandler[] {
  const handle = async (payload: unknown, enqueue: EnqueueJob) => {
    const { accountId, importId } = payloadSchema.parse(payload);
    const acting = await findSystemActing(services.db, accountId);
    if (acting === undefined) return;
    const run = await getImport(services.db, acting.scope, importId);
    const content = await findFile(services.db, acting.scope, importId);
    if (run.state !== 'running' || content === undefined) return;
    try {
      await runImport({ ...services, enqueue }, acting, { importId, overwrite: run.overwrite, rowsBefore: run.rows_read, pieces: [content] });
    } catch (error) {
      if (!(error instanceof ImportTakenOver)) throw error;
    }
  };
  return [{ name: 'import.run', handle, expireInSeconds: 3600 }];
}
