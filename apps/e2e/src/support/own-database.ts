// A PostgreSQL of its own that can be stopped and started again under a running server, as on a day when it is serviced.
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
  const stop = async () => {
    await running?.close();
    running = undefined;
  };
  return {
    open: async () => {
      folder = await mkdtemp(join(tmpdir(), 'backdesk-e2e-database-'));
      // As root the database runs as another user, who has to get in.
      await chmod(folder, 0o755);
      return start();
    },
    stop,
    // The port it had is the one it takes again.
    start: async () => void (await start()),
    close: async () => {
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
