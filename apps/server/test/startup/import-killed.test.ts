// An import in a real server process that is killed in the middle, and in one that is asked to end in the middle.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImportRun } from '@backdesk/contract/import/schema.ts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ClonedDatabase } from '../support/clone-database.ts';
import { cloneDatabase } from '../support/clone-database.ts';
import { type ServerProcess, signIn, startServer } from './server-process.ts';

// The next process takes a job of a dead one for its own when it has given no sign of life for a quarter of a minute.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 });

let folder: string;
let database: ClonedDatabase;
let server: ServerProcess;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'backdesk-import-killed-'));
  chmodSync(folder, 0o755);
  database = await cloneDatabase();
});
afterEach(async () => {
  server.child.kill('SIGTERM');
  await server.ended;
  await database.drop();
  rmSync(folder, { recursive: true });
});

const products = 8_000;
const file = ['Handle,Title,Variant SKU,Variant Price', ...Array.from({ length: products }, (_, at) => `cap-${at},Cap ${at},CAP-${at},4.50`)].join('\n');

test('it goes on after its last batch each time, and takes in every row once', async () => {
  const start = async () => {
    server = startServer(folder, { DATABASE_URL: database.url });
    const address = await server.ready();
    const cookie = await signIn(address);
    return async (method: string, path: string, body?: string) => {
      const response = await fetch(`${address}${path}`, { method, headers: { cookie, 'content-type': 'text/csv' }, ...(body === undefined ? {} : { body }) });
      return (await response.json()) as ImportRun;
    };
  };
  let call = await start();
  const { id } = await call('POST', '/api/v1/imports?kind=products', file);
  const rowsRead = async () => (await call('GET', `/api/v1/imports/${id}`)).rowsRead;
  const untilMoreThan = (rows: number) => expect.poll(rowsRead, { timeout: 90_000, interval: 20 }).toBeGreaterThan(rows);

  await untilMoreThan(0);
  server.child.kill('SIGKILL');
  await server.ended;
  call = await start();
  const left = await call('GET', `/api/v1/imports/${id}`);
  // Nobody works on it for a moment: it is not said to be done, and nothing of it is lost.
  expect([left.state, left.rowsRead < products]).toEqual(['running', true]);

  await untilMoreThan(left.rowsRead);
  server.child.kill('SIGTERM');
  await server.ended;
  call = await start();
  await expect.poll(async () => (await call('GET', `/api/v1/imports/${id}`)).state, { timeout: 90_000, interval: 100 }).toBe('done');
  const run = await call('GET', `/api/v1/imports/${id}`);
  expect(run).toMatchObject({ rowsRead: products, rowsRefused: 0, products: { created: products, updated: 0 }, variants: { created: products }, error: null });
});
