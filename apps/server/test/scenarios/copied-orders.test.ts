// The bench multiplies a few real orders (scripts/bench/copy-orders.ts). What is measured on copies holds for orders only if nobody can tell
// one from the other: they are found, read, edited and called off as the real ones are.
import { sql } from 'kysely';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copiedTables, copyOrders } from '../../../../scripts/bench/copy-orders.ts';
import { findBrokenEvent } from '../../src/modules/order/queries/verify-history.ts';
import { aPriceList, readyToSubmit } from '../support/a-ready-order.ts';
import { aShop } from '../support/a-shop.ts';
import type { TestApp } from '../support/create-test-app.ts';
import { createTestApp } from '../support/create-test-app.ts';

let app: TestApp;
let draftId: string;
let submittedId: string;
let copies: Awaited<ReturnType<typeof copyOrders>>;

const copyOf = (sourceId: string) => copies.find((copy) => copy.sourceId === sourceId)?.id ?? '';

beforeAll(async () => {
  app = await createTestApp();
  const { customerId, variants } = await aShop(app);
  await aPriceList(app);
  await sql`update variants set tracks_stock = true where account_id = ${app.accountId}`.execute(app.db);
  await sql`insert into stock_levels (account_id, variant_id, on_hand) select account_id, id, 20 from variants where account_id = ${app.accountId}`.execute(
    app.db,
  );
  await app.owner.client.createCustomer({ body: { name: 'Ana Ortiz', email: 'ana@harbor.example' } });
  const lines = [
    { variantId: variants['TEE-M'] ?? '', quantity: 3 },
    { variantId: variants.MUG ?? '', quantity: 2 },
  ];
  draftId = (await app.owner.client.createOrder({ body: { customerId, lines } })).id;
  submittedId = (await app.owner.client.createOrder({ body: { customerId, lines } })).id;
  await readyToSubmit(app, submittedId);
  await app.owner.client.submitOrder({ params: { id: submittedId }, body: {} });
  const client = new Client({ connectionString: app.databaseUrl });
  await client.connect();
  copies = await copyOrders(client, app.accountId, { sourceIds: [draftId, submittedId], count: 6 });
  await client.end();
});
afterAll(() => app.close());

const read = (id: string) => app.owner.client.getOrder({ params: { id } });

/** The whole answer without what is its own: ids by the order in which they appear, times, number and customer. */
async function withoutOwn(id: string): Promise<unknown> {
  const { number: _, customer: __, company: ___, ...order } = await read(id);
  const seen: string[] = [];
  const text = JSON.stringify(order)
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (uuid) => {
      if (!seen.includes(uuid)) seen.push(uuid);
      return `id ${seen.indexOf(uuid)}`;
    })
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'a time');
  return JSON.parse(text);
}

test('a copy has what the order has, under a number of its own and for another customer', async () => {
  for (const { id, sourceId } of copies) expect(await withoutOwn(id)).toEqual(await withoutOwn(sourceId));
  const all = await Promise.all([draftId, submittedId, ...copies.map(({ id }) => id)].map(read));
  expect(new Set(all.map(({ number }) => number)).size).toBe(8);
  expect([...new Set(all.map(({ customer }) => customer?.name))].toSorted()).toEqual(['Ana Ortiz', 'Dana Fox']);
});

test('it is listed where it belongs and found by its number and its customer', async () => {
  const { items } = await app.owner.client.listOrders({ query: { stage: 'draft,submitted', limit: 50 } });
  expect(items).toHaveLength(8);
  for (const { id } of copies) {
    const { number, customer } = await read(id);
    const found = await app.owner.client.listOrders({ query: { q: `${number} ${customer?.name}`, limit: 50 } });
    expect(found.items.map((row) => row.id)).toEqual([id]);
  }
});

test('its history is whole, and says whose it is', async () => {
  for (const { id, sourceId } of copies) {
    const [own, of] = await Promise.all([id, sourceId].map((each) => app.owner.client.getHistory({ params: { id: each }, query: { limit: 50 } })));
    expect(own?.items.map(({ type }) => type)).toEqual(of?.items.map(({ type }) => type));
    expect(own?.items.at(-1)?.sentence).toContain((await read(id)).customer?.name);
    expect(await findBrokenEvent(app.db, { accountId: app.accountId } as never, id)).toBeNull();
  }
});

test('a changed line of a copy comes to what the same change of the order comes to', async () => {
  const [copy, source] = await Promise.all(
    [copyOf(draftId), draftId].map(async (id) => {
      const lineId = (await read(id)).lines[0]?.id ?? '';
      await app.owner.client.changeLine({ params: { id, lineId }, body: { quantity: 24 } });
      return read(id);
    }),
  );
  expect(copy?.totals).toEqual(source?.totals);
  expect(copy?.version).toBe(source?.version);
});

test('what the copies hold came in for them, and calling one off gives it back', async () => {
  const stock = async () =>
    (
      await sql<{ sku: string; available: number; reserved: number }>`
      select v.sku, (s.on_hand - s.reserved)::integer available, s.reserved from stock_levels s join variants v on v.account_id = s.account_id and v.id = s.variant_id
      where v.sku in ('TEE-M', 'MUG') order by v.sku`.execute(app.db)
    ).rows;
  expect(await stock()).toEqual([
    { sku: 'MUG', available: 18, reserved: 8 },
    { sku: 'TEE-M', available: 17, reserved: 12 },
  ]);
  await app.owner.client.cancelOrder({ params: { id: copyOf(submittedId) }, body: {} });
  expect(await stock()).toEqual([
    { sku: 'MUG', available: 20, reserved: 6 },
    { sku: 'TEE-M', available: 20, reserved: 9 },
  ]);
});

// A table that an order gets rows in from now on is either copied or known to stay empty for drafts and submitted orders.
test('no table of orders is forgotten', async () => {
  const { rows } = await sql<{ table: string }>`
    select table_name as table from information_schema.columns where table_schema = 'public' and column_name = 'order_id'`.execute(app.db);
  const leftAlone = rows.map(({ table }) => table).filter((table) => !copiedTables.some((copied) => copied === table));
  for (const table of leftAlone.filter((name) => name !== 'mails')) {
    const { rows: held } = await sql`select from ${sql.table(table)} where order_id in (${draftId}, ${submittedId})`.execute(app.db);
    expect(held, table).toEqual([]);
  }
  expect(leftAlone).toContain('estimate_revisions');
});
