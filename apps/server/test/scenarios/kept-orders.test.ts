// What a process keeps of orders it wrote must never show through. Every test app holds each load to the database besides (`isChecked`).
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '../../src/app.ts';
import { findSystemActing } from '../../src/db/sign-in-queries.ts';
import { inTransaction } from '../../src/db/transaction.ts';
import { changeOrder } from '../../src/modules/order/commands/change-order.ts';
import { keepOrders } from '../../src/modules/order/kept-orders.ts';
import { aShop, type Shop } from '../support/a-shop.ts';
import type { TestApp } from '../support/create-test-app.ts';
import { createTestApp } from '../support/create-test-app.ts';

let app: TestApp;
let shop: Shop;
beforeAll(async () => {
  app = await createTestApp();
  shop = await aShop(app);
});
afterAll(() => app.close());

const kept = () => app.services.keptOrders;

async function aDraft() {
  const { id, lines } = await app.owner.client.createOrder({ body: { customerId: shop.customerId, lines: [{ sku: 'MUG', quantity: 12 }] } });
  return {
    id,
    line: `/api/v1/orders/${id}/lines/${lines[0]?.id}`,
    quantity: async () => (await app.owner.client.getOrder({ params: { id } })).lines[0]?.quantity,
  };
}

test('what was written is kept, and the next write goes by it', async () => {
  const { id, line, quantity } = await aDraft();
  expect(kept().of(id)?.content.lines[0]?.quantity).toBe(12);
  await app.owner.request('PATCH', line, { quantity: 24 });
  expect(kept().of(id)).toMatchObject({ version: 2, content: { lines: [{ quantity: 24 }] } });
  expect(await quantity()).toBe(24);
});

test('what another process wrote meanwhile is seen', async () => {
  const second = createApp({
    services: { ...app.services, keptOrders: keepOrders({ isChecked: true }) },
    hub: app.hub,
    isReady: async () => true,
    serveFace: () => undefined,
  });
  const there = (path: string, body: unknown) =>
    second.request(new URL(path, app.url).href, {
      method: 'PATCH',
      headers: { ...app.apiKey.headers, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const { id, line } = await aDraft();
  for (const quantity of [24, 36, 48]) {
    expect((await there(line, { quantity })).status).toBe(200);
    expect((await app.owner.request('PATCH', line, { noteCustomer: `All ${quantity} in blue` })).status).toBe(200);
    expect((await app.owner.client.getOrder({ params: { id } })).lines[0]).toMatchObject({ quantity, noteCustomer: `All ${quantity} in blue` });
  }
});

test('what was rolled back is not kept', async () => {
  const { id, line } = await aDraft();
  const acting = await findSystemActing(app.db, app.accountId);
  if (acting === undefined) throw new Error('There is no account.');
  const failed = inTransaction(app.services, acting, async (context) => {
    await changeOrder(context, id, { name: 'Never said' });
    throw new Error('Too late');
  });
  await expect(failed).rejects.toThrow('Too late');
  expect(kept().of(id)?.version).toBe(1);
  expect((await app.owner.request('PATCH', line, { quantity: 24 })).status).toBe(200);
  expect(await app.owner.client.getOrder({ params: { id } })).toMatchObject({ version: 2, name: '', lines: [{ quantity: 24 }] });
});

/** As a database that was put back to a day before has it: the same version, another content. */
async function putBack(id: string, updatedAt: string): Promise<void> {
  await sql`update order_lines set quantity = 6 where order_id = ${id}`.execute(app.db);
  await sql`update orders set updated_at = ${updatedAt} where id = ${id}`.execute(app.db);
}

test('in a database that was put back, the same version with another content is read', async () => {
  const { id, line, quantity } = await aDraft();
  await putBack(id, '2026-11-22T09:00:00Z');
  expect((await app.owner.request('PATCH', line, { noteCustomer: 'In blue' })).status).toBe(200);
  expect(await quantity()).toBe(6);
});

test('the check of the tests finds a content that is another than what was kept', async () => {
  const { id, line } = await aDraft();
  await putBack(id, app.clock.now().toISOString());
  expect((await app.owner.request('PATCH', line, { noteCustomer: 'In blue' })).status).toBe(500);
});

test('much is not kept: the lines of all kept orders are bounded', () => {
  const orders = keepOrders();
  const aLine = { unitPrice: null, cost: null, override: null };
  const ofLines = (id: string, count: number) => ({
    id,
    version: 1,
    updatedAt: '',
    lines: Array.from({ length: count }, () => aLine),
    shipments: [],
    discounts: [],
  });
  for (const [id, count] of [
    ['a', 9_000],
    ['b', 9_000],
    ['c', 9_000],
    ['d', 30_000],
  ] as const)
    orders.keep(ofLines(id, count) as never);
  expect(['a', 'b', 'c', 'd'].map((id) => orders.of(id) !== undefined)).toEqual([false, true, true, false]);
});

test('a price is kept as the database writes it', async () => {
  const custom = { name: 'Engraving', unitPrice: '8.50', quantity: 2 };
  const { id } = await app.owner.client.createOrder({ body: { customerId: shop.customerId, lines: [{ custom }] } });
  expect(kept().of(id)?.content.lines[0]?.unitPrice).toBe('8.5');
});
