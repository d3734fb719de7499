import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { systemClock } from '../../adapters/clock/port.ts';
import { openFiles } from '../../adapters/files/open-files.ts';
import { keepSecret, readConfig } from '../../config.ts';
import { UnreadableBackup } from '../../db/backup/archive.ts';
import { enqueueRestored } from '../../db/backup/enqueue-restored.ts';
import { RestoreRefused, restoreBackup } from '../../db/backup/restore-backup.ts';
import { openDatabaseServer } from '../../db/open-server.ts';
import { showProgress } from '../show-progress.ts';
import { UsageError } from '../usage-error.ts';

export const usage = 'restore FILE   (a backup into an empty database: a new BACKDESK_DATA, or an empty DATABASE_URL)';

/** Reads a backup into an empty installation, which then starts as the one that was backed up. */
export async function run(args: readonly string[]): Promise<void> {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} });
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) throw new UsageError(`Name one file: backdesk ${usage}`);
  if (!existsSync(path)) throw new UsageError(`There is no file ${path}.`);
  const config = readConfig();
  // Not beside a running server: that one has a store.
  const server = await openDatabaseServer(config, 'backdesk restore');
  const progress = showProgress('Restoring', 1);
  try {
    const { manifest, rows, files } = await restoreBackup(path, {
      databaseUrl: server.url,
      files: openFiles(config.filesFolder),
      onProgress: (_, share) => progress.advanceTo(share),
    });
    await enqueueRestored(server.url, manifest.jobs, systemClock.now());
    progress.stop();
    const isOurs = keepSecret(config, manifest.secret);
    console.log(`${rows} rows of ${manifest.tables.length} tables and ${files} files, as they were at ${manifest.madeAt}.`);
    if (!isOurs)
      console.log(
        'BACKDESK_SECRET is another than when this was backed up: everybody signs in anew, and estimate links sent before do not open. Set it to what it was.',
      );
  } catch (error) {
    if (error instanceof UnreadableBackup || error instanceof RestoreRefused) throw new UsageError(error.message);
    throw error;
  } finally {
    progress.stop();
    await server.close();
  }
}
