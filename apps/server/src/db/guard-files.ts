// Files on the disk of one machine are no files for a process on another. Each process holds a lock for its folder as long as it runs: one
// that finds another folder's does not start, unless it was told that its folder is shared.
import { createHash, randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';

/** First half of the lock: "files". */
const lockClass = 0x66696c;

export type GuardedFolder = { readonly isAlone: boolean; readonly close: () => Promise<void> };

/** `isAlone`: no process with another folder runs on this database. The lock is let go with `close`, or when the process is lost. */
export async function guardFiles(databaseUrl: string, folder: string): Promise<GuardedFolder> {
  const ours = createHash('sha256').update(markOf(folder)).digest().readInt32BE(0);
  const client = new Client({ connectionString: databaseUrl, application_name: 'backdesk files' });
  await client.connect();
  // The database may go away and come back; the lock is then lost, which is no reason to end.
  client.on('error', () => undefined);
  await client.query('select pg_advisory_lock_shared($1, $2)', [lockClass, ours]);
  // Taken first, looked at then: of two that start at once at least one sees the other.
  const { rows } = await client.query<{ others: number }>(
    `select count(*)::integer others from pg_locks where locktype = 'advisory' and classid = $1 and objid <> ($2::bigint & 4294967295)::oid
      and database = (select oid from pg_database where datname = current_database())`,
    [lockClass, ours],
  );
  return { isAlone: rows[0]?.others === 0, close: () => client.end() };
}

/** What tells this folder from any other, wherever it is mounted. */
function markOf(folder: string): string {
  const path = join(folder, 'folder-id');
  try {
    writeFileSync(path, randomUUID(), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(path, 'utf8');
}
