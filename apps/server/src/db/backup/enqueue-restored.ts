import { openJobs } from '../jobs.ts';
import { openDatabase, openPool } from '../pool.ts';
import type { Manifest } from './manifest.ts';

/** Puts back what was still to do when the backup was made; the server does it when it starts. A job may then run twice, as any may. */
export async function enqueueRestored(databaseUrl: string, jobs: Manifest['jobs'], now: Date): Promise<void> {
  const db = openDatabase(openPool(databaseUrl, 1));
  const queue = await openJobs(databaseUrl, [], { supervise: false });
  try {
    for (const { name, data, startAt } of jobs) {
      const after = Math.max(0, Math.ceil((Date.parse(startAt) - now.getTime()) / 1_000));
      await queue.enqueue(db, name, data, after);
    }
  } finally {
    await queue.stop();
    await db.destroy();
  }
}
