// Imports beside each other, and a cancel in the middle of one: what was promised is what is there.
import type { ImportRun } from '@backdesk/contract/import/schema.ts';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { importJobs } from '../../src/modules/import/jobs.ts';
import type { TestApp } from '../support/create-test-app.ts';
import { createTestApp } from '../support/create-test-app.ts';

let app: TestApp;
beforeEach(async () => {
  app = await createTestApp();
  await app.runJobs();
});
afterEach(() => app.close());

const fileOf = (from: number, count: number) =>
  ['Handle,Title,Variant SKU,Variant Price', ...Array.from({ length: count }, (_, at) => `cap-${from + at},Cap ${from + at},CAP-${from + at},4.50`)].join('\n');

async function start(file: string): Promise<string> {
  const response = await app.owner.request('POST', '/api/v1/imports?kind=products', file, { 'content-type': 'text/csv' });
  expect(response.status).toBe(202);
  return ((await response.json()) as ImportRun).id;
}

/** Does one import now, as a worker of some process would. */
async function run(importId: string): Promise<void> {
  const [job] = importJobs(app.services);
  await job?.handle({ accountId: app.accountId, importId }, app.services.enqueue, new AbortController().signal);
}

const get = (id: string) => app.owner.client.getImport({ params: { id } });
const countSkus = async () => {
  const { rows } = await sql<{ count: number; distinct: number }>`
    select count(*)::integer count, count(distinct lower(sku))::integer "distinct" from variants where account_id = ${app.accountId}`.execute(app.db);
  return rows[0];
};

test('two imports of overlapping files at once: every product is made once, and each run counts its own rows', async () => {
  const [one, other] = [await start(fileOf(0, 1_200)), await start(fileOf(600, 1_200))];
  await Promise.all([run(one), run(other)]);
  const runs = [await get(one), await get(other)];
  expect(runs.map(({ state, rowsRead, rowsRefused }) => [state, rowsRead, rowsRefused])).toEqual([
    ['done', 1_200, 0],
    ['done', 1_200, 0],
  ]);
  // Whichever came first with a product made it; the other found it as it wanted it.
  expect(runs.reduce((sum, { products }) => sum + products.created, 0)).toBe(1_800);
  expect(runs.reduce((sum, { products }) => sum + products.unchanged, 0)).toBe(600);
  expect(await countSkus()).toEqual({ count: 1_800, distinct: 1_800 });
});

test('one import taken up by two workers at once is taken in once', async () => {
  const id = await start(fileOf(0, 1_200));
  await Promise.all([run(id), run(id)]);
  expect(await get(id)).toMatchObject({ state: 'done', rowsRead: 1_200, products: { created: 1_200, updated: 0, unchanged: 0 } });
  expect(await countSkus()).toEqual({ count: 1_200, distinct: 1_200 });
});

test('a cancel in the middle ends it after its batch: what it counted is in, nothing more, and the file is gone', async () => {
  const id = await start(fileOf(0, 2_000));
  const running = run(id);
  await expect.poll(async () => (await get(id)).rowsRead, { interval: 5, timeout: 10_000 }).toBeGreaterThan(0);
  const canceled = await app.owner.client.cancelImport({ params: { id } });
  await running;
  const ended = await get(id);
  expect([ended.state, ended.rowsRead, ended.products.created]).toEqual(['canceled', canceled.rowsRead, canceled.rowsRead]);
  expect(ended.rowsRead).toBeLessThan(2_000);
  expect(await countSkus()).toEqual({ count: ended.rowsRead, distinct: ended.rowsRead });
  const { rows } = await sql`select from import_files where import_id = ${id}`.execute(app.db);
  expect(rows).toEqual([]);
  // The same file again goes on from there: what is in is left as it is.
  const again = await start(fileOf(0, 2_000));
  await run(again);
  expect(await get(again)).toMatchObject({ state: 'done', products: { created: 2_000 - ended.rowsRead, unchanged: ended.rowsRead } });
}, 90_000);
