// The stock behind the lines of a draft: what is there, what submitted orders hold, and when the next delivery comes.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aPriceList, readyToSubmit } from '../support/a-ready-order.ts';
import { aShop, type Shop } from '../support/a-shop.ts';
import { createTestApp, type TestApp } from '../support/create-test-app.ts';

let app: TestApp;
let shop: Shop;
beforeAll(async () => {
  app = await createTestApp();
  shop = await aShop(app);
  await aPriceList(app);
});
afterAll(() => app.close());

const client = () => app.owner.client;
const stockOf = async (id: string) => (await client().listOrderStock({ params: { id } })).items;
const variantId = (sku: string) => shop.variants[sku] ?? '';

test('a draft tells what is there of what is counted, less what submitted orders hold, and when more comes', async () => {
  await client().changeVariant({ params: { id: variantId('TEE-S') }, body: { stock: { tracked: true, onHand: 50, backorder: false } } });
  await client().changeVariant({ params: { id: variantId('TEE-S') }, body: { incoming: { quantity: 200, expectedOn: '2026-12-03' } } });
  const lines = ['TEE-S', 'MUG'].map((sku) => ({ sku, quantity: 12 }));
  const { id } = await client().createOrder({ body: { customerId: shop.customerId, lines: [...lines, { sku: 'TEE-S', quantity: 3, asNewLine: true }] } });
  const tees = { variantId: variantId('TEE-S'), available: 50, backorder: false, incoming: { quantity: 200, expectedOn: '2026-12-03' } };
  expect(await stockOf(id)).toEqual([tees]);

  const other = await client().createOrder({ body: { customerId: shop.customerId, lines } });
  await readyToSubmit(app, other.id);
  await client().submitOrder({ params: { id: other.id }, body: {} });
  expect(await stockOf(id)).toEqual([{ ...tees, available: 38 }]);
});

test('the delivery that came is taken back, stands in the product, and is a field of its own', async () => {
  const params = { id: variantId('TEE-M') };
  const made = await client().changeVariant({ params, body: { incoming: { quantity: 40, expectedOn: '2027-01-08' } } });
  const mediumOf = (product: typeof made) => product.variants.find(({ id }) => id === params.id);
  expect(mediumOf(made)?.stock.incoming).toEqual({ quantity: 40, expectedOn: '2027-01-08' });
  const basedOn = (mediumOf(made)?.version ?? 0) - 1;
  const stock = { tracked: true, onHand: 8, backorder: true };
  expect(mediumOf(await client().changeVariant({ params, body: { basedOn, stock } }))?.stock).toMatchObject({ onHand: 8, incoming: { quantity: 40 } });
  expect(mediumOf(await client().changeVariant({ params, body: { incoming: null } }))?.stock.incoming).toBeNull();
});

test.each([{ quantity: 0, expectedOn: '2026-12-03' }, { quantity: 5, expectedOn: '2026-02-30' }, { quantity: 5 }])('%o is no delivery', async (incoming) => {
  const response = await app.owner.request('PATCH', `/api/v1/variants/${variantId('TEE-L')}`, { incoming });
  expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([422, 'request.invalid']);
});

test('a deleted order and one that never was answer alike', async () => {
  const { id } = await client().createOrder({ body: { customerId: shop.customerId, lines: [{ sku: 'TEE-S', quantity: 1 }] } });
  await client().deleteOrder({ params: { id } });
  const answers = await Promise.all([id, '01900000-0000-7000-8000-00000000dead'].map((each) => app.owner.request('GET', `/api/v1/orders/${each}/stock`)));
  expect(answers.map(({ status }) => status)).toEqual([404, 404]);
});
