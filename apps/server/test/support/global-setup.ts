import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { keepingMailer } from '../../src/adapters/mail/keeping-mailer.ts';
import { joinJobs } from '../../src/app.ts';
import { openEmbedded } from '../../src/db/embedded/open.ts';
import { openJobs } from '../../src/db/jobs.ts';
import { migrate } from '../../src/db/migrate.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the migrated template; `cloneDatabase()` makes a database of it. */
    templateUrl: string;
  }
}

/**
 * One PostgreSQL for the whole run, in a temporary folder, with a migrated template. Only here may a commit not reach
 * the disk (fsync off): nothing in it outlives the run.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'backdesk-test-'));
  // As root, PostgreSQL's user has to get in; else the database would go to /var/lib and stay there.
  chmodSync(dataFolder, 0o755);
  const embedded = await openEmbedded({
    dataFolder,
    purpose: 'tests',
    settings: { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_connections: '300' },
  });
  const templateUrl = await createTemplate(embedded.url);
  project.provide('templateUrl', templateUrl);
  return async () => {
    await embedded.close();
    rmSync(dataFolder, { recursive: true, force: true });
  };
}

async function createTemplate(url: string): Promise<string> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query('create database backdesk_template');
  await client.end();
  const template = new URL(url);
  template.pathname = '/backdesk_template';
  await migrate(template.href);
  // The queue's own schema and its queues too, so that not every test app makes them. No job is done here.
  const handlers = joinJobs({ services: {} as never, mailer: keepingMailer });
  await (await openJobs(template.href, handlers, { supervise: false })).stop();
  return template.href;
}
