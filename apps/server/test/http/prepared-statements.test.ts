import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aShop } from '../support/a-shop.ts';
import { createTestApp, type TestApp } from '../support/create-test-app.ts';

let app: TestApp;

beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

// Planning the statement that reads an order takes longer than running it.
test('what the desk reads all day is planned once on a connection, however long its statement has grown', async () => {
  const shop = await aShop(app);
  const order = await app.owner.client.createOrder({ body: { customerId: shop.customerId } });
  const reads = [`/orders/${order.id}`, '/orders?stage=draft&limit=50', '/variants?q=mug', '/products?q=mug', '/customers?q=dana'];
  for (const path of reads) for (let at = 0; at < 3; at += 1) expect((await app.apiKey.request('GET', `/api/v1${path}`)).status, path).toBe(200);
  const { rows } = await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(app.db);
  const named = rows.map(({ statement }) => statement);
  const marks = ["'fieldRules'", 'from orders o', 'found_variants(', 'found_products(', 'search_customers('];
  expect(marks.filter((mark) => !named.some((statement) => statement.includes(mark)))).toEqual([]);
});
