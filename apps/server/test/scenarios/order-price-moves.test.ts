import { afterAll, beforeAll, expect, test } from 'vitest';
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

const client = () => app.owner.client;

test('a price that moves in the catalogue reaches the draft by the job with its event, never by reading; a hand-set price stays', async () => {
  const product = await client().createProduct({
    body: {
      code: 'CAP',
      name: 'Cap',
      variants: [{ sku: 'CAP', prices: [{ quantity: 1, extendedPrice: '8.50' }] }],
    },
  });
  const variantId = product.variants[0]?.id ?? '';
  const { id } = await client().createOrder({
    body: {
      customerId: shop.customerId,
      lines: [
        { variantId, quantity: 10 },
        { variantId, quantity: 1, asNewLine: true },
      ],
    },
  });
  const draft = await client().getOrder({ params: { id } });
  await client().changeLine({ params: { id, lineId: draft.lines[1]?.id ?? '' }, body: { override: { unitPrice: '5', reason: 'sample' } } });
  await client().changeVariant({ params: { id: variantId }, body: { prices: [{ quantity: 1, extendedPrice: '8.90' }] } });
  const unread = await client().getOrder({ params: { id } });
  expect(unread).toMatchObject({ version: 2, totals: { items: { amount: 9000 } } });
  expect(await app.runJobs()).toBeGreaterThan(0);
  const moved = await client().getOrder({ params: { id } });
  expect(moved).toMatchObject({ version: 3, totals: { items: { amount: 9400 } }, lines: [{ unitPrice: '8.9' }, { unitPrice: '5' }] });
  const [entry] = (await client().getHistory({ params: { id } })).items;
  expect(entry).toMatchObject({ type: 'order.price_moved', sentence: 'Price of CAP moved from $8.50 to $8.90', actor: { name: 'Backdesk' } });
  await app.runJobs();
  expect((await client().getOrder({ params: { id } })).version).toBe(3);
});
