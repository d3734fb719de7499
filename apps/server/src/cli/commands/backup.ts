import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { systemClock } from '../../adapters/clock/port.ts';
import { openFiles } from '../../adapters/files/open-files.ts';
import { readConfig } from '../../config.ts';
import { writeBackup } from '../../db/backup/write-backup.ts';
import { joinDatabaseServer } from '../../db/open-server.ts';
import { showProgress } from '../show-progress.ts';
import { UsageError } from '../usage-error.ts';

export const usage = 'backup FILE   (all stores of one moment, files and secret too, beside a running server; keep it as safe as the database)';

/** Writes the whole installation into one file, which only its owner can read. */
export async function run(args: readonly string[]): Promise<void> {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} });
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) throw new UsageError(`Name one file: backdesk ${usage}`);
  if (existsSync(path)) throw new UsageError(`${path} is there already: name a new file, so that no earlier backup is lost.`);
  const config = readConfig();
  const server = await joinDatabaseServer(config, 'backdesk backup');
  const progress = showProgress('Backing up', 1);
  try {
    const { rows, tables, files } = await writeBackup(resolve(path), {
      databaseUrl: server.url,
      files: openFiles(config.filesFolder),
      secret: config.secret,
      now: systemClock.now,
      onProgress: (_, share) => progress.advanceTo(share),
    });
    progress.stop();
    console.log(`${path}: ${rows} rows of ${tables} tables and ${files} files.`);
  } finally {
    progress.stop();
    await server.close();
  }
}
