import { afterAll, beforeAll, expect, test } from 'vitest';
import { aShop, type Shop } from '../support/a-shop.ts';
import type { TestApp } from '../support/create-test-app.ts';
import { createTestApp } from '../support/create-test-app.ts';

let app: TestApp;
let shop: Shop;
const ids: string[] = [];
beforeAll(async () => {
  app = await createTestApp();
  shop = await aShop(app);
  for (const [index, name] of ['Fair in May', 'Uniforms 2027', 'Ünïcode mugs'].entries()) {
    app.clock.advance({ minutes: 1 });
    const customerId = index === 1 ? shop.goldCustomerId : shop.customerId;
    const order = await client().createOrder({ body: { customerId, name, poNumber: `ZX-7${index}`, lines: [{ sku: 'MUG', quantity: index + 1 }] } });
    ids.push(order.id);
  }
});
afterAll(() => app.close());

const client = () => app.owner.client;
const list = async (query: object) => (await client().listOrders({ query })).items.map((row) => ids.indexOf(row.id));

test('newest first, with what a row shows', async () => {
  const { items, nextCursor } = await client().listOrders({ query: { stage: 'draft,estimate' } });
  expect(items.map((row) => row.number)).toEqual([1003, 1002, 1001]);
  expect(items[0]).toMatchObject({
    name: 'Ünïcode mugs',
    customer: { name: 'Dana Fox' },
    company: { name: 'Acme Ltd' },
    lineCount: 1,
    itemCount: 3,
    total: { amount: 1350, currency: 'USD' },
    open: ['shipping', 'tax'],
    estimate: null,
  });
  expect(nextCursor).toBeNull();
});

test.each([
  ['number', [0, 1, 2]],
  ['-number', [2, 1, 0]],
  ['total', [0, 1, 2]],
  ['-total', [2, 1, 0]],
  ['updated', [0, 1, 2]],
  ['-updated', [2, 1, 0]],
  ['submitted', [0, 1, 2]],
  ['-validUntil', [2, 1, 0]],
] as const)('sorted by %s, a page of one at a time gives each once', async (sort, expected) => {
  for (const stage of [undefined, 'draft,saved_cart']) {
    const seen: number[] = [];
    let cursor: string | null | undefined;
    do {
      const page: { items: { id: string }[]; nextCursor: string | null } = await client().listOrders({
        query: { sort, limit: 1, ...(stage === undefined ? {} : { stage }), ...(cursor ? { cursor } : {}) },
      });
      seen.push(...page.items.map((row) => ids.indexOf(row.id)));
      cursor = page.nextCursor;
    } while (cursor !== null);
    // Nothing has a validity or was submitted: then the ids, which are in the order they were made, decide.
    expect(seen).toEqual(expected);
  }
});

test('by customer, whatever the case of the name', async () => {
  expect(await list({ sort: 'customer' })).toEqual([0, 2, 1]);
});

test('found by number, customer, company, e-mail, name without its marks and PO number; by the start of each word', async () => {
  expect(await list({ q: '1002' })).toEqual([1]);
  expect(await list({ q: 'gold mey' })).toEqual([1]);
  expect(await list({ q: 'ACME' })).toEqual([2, 0]);
  expect(await list({ q: 'dana@acme.example' })).toEqual([2, 0]);
  expect(await list({ q: 'unicode' })).toEqual([2]);
  expect(await list({ q: 'zx-71' })).toEqual([1]);
  expect(await list({ q: 'fair dana' })).toEqual([0]);
  expect(await list({ q: '100%_' })).toEqual(await list({ q: '100' }));
  expect(await list({ q: 'nothing like this' })).toEqual([]);
  expect(await list({ customerId: shop.goldCustomerId })).toEqual([1]);
});

test('a cursor of one sort is refused in another, and of another account shows nothing', async () => {
  const { nextCursor } = await client().listOrders({ query: { sort: 'number', limit: 1 } });
  expect((await app.owner.request('GET', `/api/v1/orders?sort=updated&cursor=${nextCursor}`)).status).toBe(422);
  expect(await (await app.stranger.request('GET', `/api/v1/orders?sort=number&cursor=${nextCursor}`)).json()).toEqual({ items: [], nextCursor: null });
});

test('counted by stage, and lines in pages', async () => {
  expect((await client().countOrders({})).stages).toMatchObject({ draft: 3, estimate: 0, submitted: 0 });
  const id = ids[0] ?? '';
  await client().addLines({
    params: { id },
    body: { lines: Array.from({ length: 4 }, (_, index) => ({ custom: { name: `Line ${index}`, unitPrice: '1' } })) },
  });
  const first = await client().listLines({ params: { id }, query: { limit: 3 } });
  const second = await client().listLines({ params: { id }, query: { limit: 3, cursor: first.nextCursor ?? '' } });
  expect([...first.items, ...second.items].map((line) => line.name)).toEqual(['Mug 11 oz', 'Line 0', 'Line 1', 'Line 2', 'Line 3']);
  expect(second.nextCursor).toBeNull();
});
