// A PostgreSQL of its own that can be stopped and started again under a running server, as on a day when it is serviced.
import { readFileSync, rmSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Embedded, openEmbedded } from '../../../server/src/db/embedded/open.ts';

export type OwnDatabase = {
  readonly open: () => Promise<string>;
  readonly stop: () => Promise<void>;
  readonly start: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** `settings` are PostgreSQL's own. */
export function ownDatabase(settings: Readonly<Record<string, string>> = {}): OwnDatabase {
  let folder = '';
  let running: Embedded | undefined;
  const start = async () => {
    running = await openEmbedded({ dataFolder: folder, purpose: 'a journey', settings });
    return running.url;
  };
  // A run that is interrupted ends without waiting for anybody: the database and its folder go with it.
  const endNow = () => {
    endPostmaster(join(folder, 'postgres/data/postmaster.pid'));
    rmSync(folder, { recursive: true, force: true });
  };
  const stop = async () => {
    await running?.close();
    running = undefined;
  };
  return {
    open: async () => {
      folder = await mkdtemp(join(tmpdir(), 'backdesk-e2e-database-'));
      // As root the database runs as another user, who has to get in.
      await chmod(folder, 0o755);
      process.once('exit', endNow);
      return start();
    },
    stop,
    // The port it had is the one it takes again.
    start: async () => void (await start()),
    close: async () => {
      await stop();
      process.off('exit', endNow);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Asks a PostgreSQL to stop at once, by the file it writes its process into, and waits a little for it. None: nothing to do. */
function endPostmaster(pidFile: string): void {
  try {
    const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
    process.kill(pid, 'SIGINT');
    const pause = new Int32Array(new SharedArrayBuffer(4));
    // Throws as soon as it is gone.
    for (let waits = 0; waits < 100 && process.kill(pid, 0); waits += 1) Atomics.wait(pause, 0, 0, 50);
  } catch {
    // It is not running (any more).
  }
}
