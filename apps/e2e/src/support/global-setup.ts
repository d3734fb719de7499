// The one server that the journeys share, started once for the run: each file has an account of its own on it. Its own child
// process and PostgreSQL, so that what people would start is what is tested.
import type { TestProject } from 'vitest/node';
import { ownDatabase } from './own-database.ts';
import { type Environment, startServer } from './server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the shared server answers, and what it was started with. */
    sharedServer: { readonly url: string; readonly databaseUrl: string; readonly environment: Environment };
  }
}

// As for the server's own tests: nothing in it outlives the run, so a commit need not reach the disk.
const settings = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' };

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const database = ownDatabase(settings);
  try {
    const databaseUrl = await database.open();
    const server = await startServer({ databaseUrl });
    project.provide('sharedServer', { url: server.url, databaseUrl, environment: server.environment });
    return async () => {
      await server.stop();
      await database.close();
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}
