// The server's clock is set back an hour between two commands: what counts and chains goes by versions, never by the time.
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
});
afterAll(() => app.close());

const addPen = (id: string, key: string) =>
  app.owner.request('POST', `/api/v1/orders/${id}/lines`, { sku: 'PEN', quantity: 100, asNewLine: true }, { 'idempotency-key': key });

test('versions, numbers, keys, the session and the order of the history hold', async () => {
  const { client } = app.owner;
  const first = await client.createOrder({ body: { customerId: shop.customerId, name: 'Before' } });
  const added = await addPen(first.id, 'pen-before');
  const answer = await added.text();

  app.clock.advance({ minutes: -60 });
  // The same request again is the same answer, not a second line; the session of "later" still opens the door.
  const replay = await addPen(first.id, 'pen-before');
  expect([replay.headers.get('idempotency-replayed'), await replay.text()]).toEqual(['true', answer]);
  const changed = await client.changeOrder({ params: { id: first.id }, body: { name: 'After' } });
  const second = await client.createOrder({ body: { customerId: shop.customerId } });
  expect(changed.version).toBe(first.version + 2);
  expect(second.number).toBe((first.number ?? 0) + 1);

  // Entries are told newest first, by version, though the newest has the earliest time.
  const { items } = await client.getHistory({ query: {}, params: { id: first.id } });
  expect(items.map(({ version }) => version)).toEqual([3, 2, 1]);
  expect(new Date(items[0]?.at ?? 0).getTime()).toBeLessThan(new Date(items[1]?.at ?? 0).getTime());

  await readyToSubmit(app, first.id);
  const submitted = await client.submitOrder({ params: { id: first.id }, body: {} });
  expect(submitted.stage).toBe('submitted');
});
