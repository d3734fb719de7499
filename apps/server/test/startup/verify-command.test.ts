// `backdesk verify …` as people run it, a process of its own: what it says, and the exit code that a script goes by.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { aShop } from '../support/a-shop.ts';
import { answer, inTheirHands } from '../support/an-estimate.ts';
import { behindOurBack } from '../support/behind-our-back.ts';
import { createTestApp, type TestApp } from '../support/create-test-app.ts';
import { type Ran, runCommand } from './run-command.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let app: TestApp;
let folder: string;
let id: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'backdesk-verify-'));
  app = await createTestApp();
  const { customerId } = await aShop(app);
  id = (await app.owner.client.createOrder({ body: { customerId, lines: [{ sku: 'MUG', quantity: 4 }] } })).id;
  await answer(app, await inTheirHands(app, id), 'accept');
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

const verify = (...args: readonly string[]): Promise<Ran> =>
  runCommand(join(folder, 'data'), ['verify', ...args], { environment: { DATABASE_URL: app.databaseUrl } });
const filed = (name: string, bytes: Uint8Array): string => {
  writeFileSync(join(folder, name), bytes);
  return join(folder, name);
};

test('all that is kept: 0 as it was kept, 1 when a byte differs, with which', async () => {
  expect(await verify('estimates')).toEqual({ code: 0, out: '1 revisions, 1 decisions and 0 documents read, all as they were kept.\n', error: '' });
  const quantity = (from: number, to: number) =>
    behindOurBack(app, 'estimate_revisions', () =>
      sql`update estimate_revisions set content = replace(content, ${`"quantity":${from}`}, ${`"quantity":${to}`}) where order_id = ${id}`.execute(app.db),
    );
  await quantity(4, 5);
  const changed = await verify('estimates');
  expect([changed.code, changed.out]).toEqual([1, '1 revisions, 1 decisions and 0 documents read, 1 changed.\n']);
  expect(changed.error).toContain(`The revision of order ${id} r1 (account ${app.accountId}) does not match its hash.`);
  await quantity(5, 4);
});

test('a certificate: 0 as it was drawn, 1 with a byte changed, 3 when it is not known here', async () => {
  const response = await app.owner.request('GET', `/api/v1/orders/${id}/estimates/1/certificate`);
  const bytes = Buffer.from(await response.arrayBuffer());
  const intact = await verify('acceptance', filed('accepted.pdf', bytes));
  expect([intact.code, intact.error]).toEqual([0, '']);
  expect(intact.out).toMatch(/^Unchanged: the acceptance of Estimate \d+ r1 by Dana Fox at /);
  const changed = await verify('acceptance', filed('changed.pdf', Buffer.concat([bytes, Buffer.from('\n')])));
  expect([changed.code, changed.out]).toEqual([1, expect.stringMatching(/^CHANGED: .*the file is not the one that was drawn\.\n$/)]);
  const unknown = await verify('acceptance', filed('unknown.pdf', Buffer.from('%PDF-1.7\n%%EOF\n')));
  expect([unknown.code, unknown.out]).toEqual([3, expect.stringMatching(/^Unknown: /)]);
});
