// The real server process on a database that goes away in the middle of work and comes back.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type DatabaseLine, openDatabaseLine } from '../support/a-line-to-the-database.ts';
import type { ClonedDatabase } from '../support/clone-database.ts';
import { cloneDatabase } from '../support/clone-database.ts';
import { type ServerProcess, signIn, startServer } from './server-process.ts';

// Real processes on a machine that runs other tests beside them.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 60_000 });

let folder: string;
let database: ClonedDatabase;
let line: DatabaseLine;
let server: ServerProcess;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'backdesk-away-'));
  chmodSync(folder, 0o755);
  database = await cloneDatabase();
  line = await openDatabaseLine(database.url);
  server = startServer(folder, { DATABASE_URL: line.url });
});
afterEach(async () => {
  server.child.kill('SIGTERM');
  await server.ended;
  await line.close();
  await database.drop();
  rmSync(folder, { recursive: true });
});

const json = { 'content-type': 'application/json' };

test('while it is away requests answer 503 with when to try again; afterwards all goes on by itself, and a repeated write is done once', async () => {
  const address = await server.ready();
  const cookie = await signIn(address);
  const call = (method: string, path: string, body?: unknown, headers = {}) =>
    fetch(`${address}${path}`, {
      method,
      headers: { cookie, ...(body === undefined ? {} : json), ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const customer = (await (await call('POST', '/api/v1/customers', { name: 'Dana Fox' })).json()) as { readonly id: string };
  const draft = (await (await call('POST', '/api/v1/orders', { customerId: customer.id })).json()) as { readonly id: string };
  const addBanner = () =>
    call('POST', `/api/v1/orders/${draft.id}/lines`, { custom: { name: 'Banner', unitPrice: '68', quantity: 1 } }, { 'idempotency-key': 'banner-once' });

  // Some are at work when it goes: their connections break under them.
  const atWork = Promise.allSettled(Array.from({ length: 20 }, () => call('GET', `/api/v1/orders/${draft.id}`)));
  await line.cut();
  await atWork;
  // Many at once, as typing does: no request hangs, none is a defect, and the process lives.
  const answers = await Promise.all(Array.from({ length: 30 }, addBanner));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([503]));
  const problem = (await answers[0]?.json()) as { readonly code: string };
  expect([problem.code, answers[0]?.headers.get('retry-after')]).toEqual(['database.unavailable', '2']);
  expect((await call('GET', `/api/v1/orders/${draft.id}`)).status).toBe(503);
  expect((await fetch(`${address}/readyz`)).status).toBe(503);
  expect((await fetch(`${address}/healthz`)).status).toBe(200);

  await line.mend();
  await expect.poll(async () => (await fetch(`${address}/readyz`)).status, { timeout: 30_000, interval: 200 }).toBe(200);
  const repeated = await Promise.all([addBanner(), addBanner(), addBanner()]);
  expect(new Set(repeated.map(({ status }) => status))).toEqual(new Set([200]));
  const order = (await (await call('GET', `/api/v1/orders/${draft.id}`)).json()) as { readonly lines: readonly { readonly name: string }[] };
  expect(order.lines.map(({ name }) => name)).toEqual(['Banner']);
  expect(server.child.exitCode).toBeNull();
});
