// What `few-rows.ts` is for: a list joined with a large table is looked up in its index, not found by reading all of it.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fewRows, fewTexts } from '../../src/db/few-rows.ts';
import { aShop } from '../support/a-shop.ts';
import { createTestApp, type TestApp } from '../support/create-test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
  await aShop(app);
  await sql`insert into variants select n.* from (select v from variants v where v.account_id = ${app.accountId} limit 1) one,
    generate_series(1, 4000) i, jsonb_populate_record(one.v, jsonb_build_object('id', gen_random_uuid(), 'sku', 'MANY-' || i, 'option_values', array[i::text])) n`.execute(
    app.db,
  );
  await sql`analyze variants`.execute(app.db);
});
afterAll(() => app.close());

const id = '01900000-0000-7000-8000-000000000001';
const planOf = async (list: unknown, column: string) => {
  const { rows } = await sql<{ 'QUERY PLAN': string }>`explain select v.sku from ${list} i
    join variants v on v.account_id = ${app.accountId} and v.id = ${sql.raw(column)}`.execute(app.db);
  return rows.map((row) => row['QUERY PLAN']).join('\n');
};

test.each([
  ['rows', fewRows([{ variantId: id, quantity: 3 }], '"variantId" uuid, quantity integer'), 'i."variantId"'],
  ['texts', fewTexts([id]), 'i.text::uuid'],
])('%s are looked up one by one', async (_what, list, column) => {
  expect(await planOf(list, column)).not.toContain('Seq Scan on variants');
});

test('the same list as the planner takes it would have the whole table read', async () => {
  const list = sql`jsonb_to_recordset(${JSON.stringify([{ variantId: id }])}::jsonb) as`;
  const { rows } = await sql<{ 'QUERY PLAN': string }>`explain select v.sku from ${list} i ("variantId" uuid)
    join variants v on v.account_id = ${app.accountId} and v.id = i."variantId"`.execute(app.db);
  expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('Seq Scan on variants');
});

test('all rows come through, in their types', async () => {
  const { rows } = await sql`select i.name, i.quantity from ${fewRows([{ name: 'a', quantity: 1 }, { name: 'b' }], 'name text, quantity integer')} i`.execute(
    app.db,
  );
  expect(rows).toEqual([
    { name: 'a', quantity: 1 },
    { name: 'b', quantity: null },
  ]);
});
