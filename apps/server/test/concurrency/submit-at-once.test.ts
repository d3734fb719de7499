// Races on real connections: what must happen once happens once.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aPriceList, readyToSubmit } from '../support/a-ready-order.ts';
import { aShop, type Shop } from '../support/a-shop.ts';
import type { TestApp } from '../support/create-test-app.ts';
import { createTestApp } from '../support/create-test-app.ts';

let app: TestApp;
let shop: Shop;
beforeAll(async () => {
  app = await createTestApp();
  shop = await aShop(app);
  await aPriceList(app);
  // Opens the queue before the races begin.
  await app.runJobs();
});
afterAll(() => app.close());

const client = () => app.owner.client;
const draft = async (lines: readonly object[]) => {
  const { id } = await client().createOrder({ body: { customerId: shop.customerId, lines: lines as never } });
  await readyToSubmit(app, id);
  return id;
};
const submit = (id: string, headers: Record<string, string> = {}) => app.owner.request('POST', `/api/v1/orders/${id}/submit`, {}, headers);
const stock = (sku: string) =>
  app.db
    .selectFrom('stock_levels')
    .select(['on_hand', 'reserved'])
    .where('variant_id', '=', shop.variants[sku] ?? '')
    .executeTakeFirstOrThrow();
const setStock = (sku: string, onHand: number) =>
  sql`
  with v as (update variants set tracks_stock = true where id = ${shop.variants[sku]} returning account_id, id)
  insert into stock_levels (account_id, variant_id, on_hand) select account_id, id, ${onHand} from v
  on conflict (account_id, variant_id) do update set on_hand = excluded.on_hand, reserved = 0`.execute(app.db);

test('two submits of one order at once: one wins, the other answers that it is submitted', async () => {
  await setStock('MUG', 100);
  for (let round = 0; round < 5; round += 1) {
    const id = await draft([{ sku: 'MUG', quantity: 2 }]);
    const before = (await stock('MUG')).reserved;
    const answers = await Promise.all([submit(id), submit(id), submit(id)]);
    const bodies = (await Promise.all(answers.map((answer) => answer.json()))) as readonly { readonly code?: string; readonly stage?: string }[];
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409, 409]);
    expect(bodies.map((body) => body.code ?? body.stage).sort()).toEqual(['order.no_such_transition', 'order.no_such_transition', 'submitted']);
    expect((await stock('MUG')).reserved).toBe(before + 2);
    const { rows } = await sql<{ events: number; charges: number }>`
      select (select count(*)::integer from events where subject_id = ${id} and type = 'order.submitted') events,
        (select count(*)::integer from order_charges where order_id = ${id} and kind = 'line') charges`.execute(app.db);
    expect(rows).toEqual([{ events: 1, charges: 1 }]);
  }
});

test('the last units are sold once: 30 buyers for 3 units make exactly 3 orders', async () => {
  await setStock('TEE-M', 3);
  await setStock('TEE-S', 1000);
  const ids: string[] = [];
  // Some name the two goods in the other order: the locks are taken by id all the same, so none ends in a deadlock.
  for (let buyer = 0; buyer < 30; buyer += 1) {
    const lines = [
      { sku: 'TEE-M', quantity: 1 },
      { sku: 'TEE-S', quantity: 1 },
    ];
    ids.push(await draft(buyer % 2 === 0 ? lines : lines.toReversed()));
  }
  const answers = await Promise.all(ids.map((id) => submit(id)));
  const statuses = answers.map((answer) => answer.status);
  expect(statuses.filter((status) => status === 200)).toHaveLength(3);
  expect(statuses.filter((status) => status === 422)).toHaveLength(27);
  expect(await stock('TEE-M')).toEqual({ on_hand: 3, reserved: 3 });
  expect((await stock('TEE-S')).reserved).toBe(3);
  const { rows } = await sql<{
    held: number;
  }>`select sum(quantity)::integer held from stock_reservations where variant_id = ${shop.variants['TEE-M']} and released_at is null`.execute(app.db);
  expect(rows).toEqual([{ held: 3 }]);
}, 60_000);

test('100 parallel submits with one key give one order and one answer', async () => {
  const id = await draft([{ custom: { name: 'Banner', unitPrice: '68', quantity: 1 } }]);
  const answers = await Promise.all(Array.from({ length: 100 }, () => submit(id, { 'idempotency-key': 'submit-once' })));
  expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([200]));
  expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1);
}, 60_000);

test('100 parallel creations with one key make one draft', async () => {
  const body = { customerId: shop.customerId, name: 'Only once', lines: [{ sku: 'PEN', quantity: 100 }] };
  const answers = await Promise.all(Array.from({ length: 100 }, () => app.owner.request('POST', '/api/v1/orders', body, { 'idempotency-key': 'create-once' })));
  const ids = await Promise.all(answers.map(async (answer) => ((await answer.json()) as { id: string }).id));
  expect([new Set(answers.map((answer) => answer.status)), new Set(ids).size]).toEqual([new Set([201]), 1]);
  const { rows } = await sql<{ drafts: number }>`select count(*)::integer drafts from orders where name = 'Only once'`.execute(app.db);
  expect(rows).toEqual([{ drafts: 1 }]);
}, 60_000);

test('issuing and editing at once: the revision is what one version of the order was', async () => {
  const { id, lines } = await client().createOrder({ body: { customerId: shop.customerId, lines: [{ sku: 'PEN', quantity: 100 }] } });
  const lineId = lines[0]?.id ?? '';
  const edits = [200, 300, 400, 500].map((quantity) => app.owner.request('PATCH', `/api/v1/orders/${id}/lines/${lineId}`, { quantity }));
  const issues = [0, 1, 2].map(() => app.owner.request('POST', `/api/v1/orders/${id}/estimates`, {}));
  const answers = await Promise.all([...edits, ...issues]);
  expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200, 201, 201, 201]);
  const order = await client().getOrder({ params: { id } });
  // Nobody outside saw any of them, so they are all r1, and the last one stands.
  expect(order.estimate?.revisions).toHaveLength(1);
  const row = await app.db
    .selectFrom('estimate_revisions')
    .select(['content', 'order_version', 'total_amount'])
    .where('order_id', '=', id)
    .executeTakeFirstOrThrow();
  const content = JSON.parse(row.content) as { orderVersion: number; totals: { total: number }; lines: readonly { total: number }[] };
  expect([content.orderVersion, content.totals.total]).toEqual([row.order_version, row.total_amount]);
  expect(content.lines.reduce((sum, line) => sum + line.total, 0)).toBe(content.totals.total);
});
