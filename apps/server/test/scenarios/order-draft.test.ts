import type { Order } from '@backdesk/contract/order/order.ts';
import { pricingInputOf } from '@backdesk/contract/order/pricing-input.ts';
import { priceOrder } from '@backdesk/domain/pricing/price-order.ts';
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
const draft = (lines: readonly object[] = []) => client().createOrder({ body: { customerId: shop.customerId, lines: lines as never } });
const read = (id: string) => client().getOrder({ params: { id } });
const add = (id: string, body: object) => client().addLines({ params: { id }, body: body as never });

/** The one and same total: what the server stored is what the calculator says about the JSON it sends. */
function expectTotalsOfItsOwnJson(order: Order) {
  const priced = priceOrder(pricingInputOf(order));
  expect({ total: order.totals.total.amount, tax: order.totals.tax?.amount ?? null, open: order.totals.open }).toEqual({
    total: priced.totals.total,
    tax: priced.totals.tax,
    open: priced.totals.open,
  });
  expect(order.lines.map((line) => line.total.amount)).toEqual(priced.lines.map((line) => line.total));
}

test('a placeholder for a customer is a draft with a number, open for shipping and tax only when something ships', async () => {
  const order = await draft();
  expect(order).toMatchObject({ stage: 'draft', version: 1, number: 1001, customer: { name: 'Dana Fox' }, company: { name: 'Acme Ltd' }, lines: [] });
  expect(order.totals).toMatchObject({ items: { amount: 0, currency: 'USD' }, total: { amount: 0 }, shipping: { amount: 0 }, open: [] });
  expect(await read(order.id)).toEqual(order);
});

test('lines of one shirt share the break, and what they move is in the answer', async () => {
  const { id } = await draft();
  await add(id, { sku: 'tee-s', quantity: 6 });
  await add(id, { variantId: shop.variants['TEE-M'], quantity: 12 });
  const last = await add(id, { sku: 'TEE-L', quantity: 6 });
  expect(last.changedLines.map((line) => [line.sku, line.total.amount])).toEqual([
    ['TEE-S', 4500],
    ['TEE-M', 9000],
    ['TEE-L', 4500],
  ]);
  expect(last).toMatchObject({ version: 4, itemCount: 24, totals: { items: { amount: 18000 }, open: ['shipping', 'tax'] } });
  expectTotalsOfItsOwnJson(await read(id));
});

test('the same variant again raises the line, unless it is asked for as a new one', async () => {
  const { id } = await draft();
  await add(id, { sku: 'MUG', quantity: 2 });
  const raised = await add(id, {
    lines: [
      { sku: 'mug', quantity: 3 },
      { sku: 'MUG', quantity: 1, asNewLine: true },
    ],
  });
  expect(raised.changedLines.map((line) => line.quantity)).toEqual([5, 1]);
});

test('one field at a time: quantity, override with its reason, back to the catalogue', async () => {
  const { id, lines } = await draft([{ sku: 'MUG', quantity: 2 }]);
  const lineId = lines[0]?.id ?? '';
  const change = (body: object) => client().changeLine({ params: { id, lineId }, body });
  expect((await change({ quantity: 10 })).totals.items.amount).toBe(4500);
  const set = await change({ override: { unitPrice: '3.99', reason: 'Agreed on the phone' } });
  expect(set.changedLines[0]).toMatchObject({ override: { unitPrice: '3.99', reason: 'Agreed on the phone', by: 'Owner of main' }, total: { amount: 3990 } });
  expect((await change({ quantity: 20 })).totals.items.amount).toBe(7980);
  expect((await change({ override: null })).totals.items.amount).toBe(9000);
  expect((await change({ override: null })).version).toBe(5);
});

test('an unknown SKU says which, and nothing of the paste is written', async () => {
  const { id } = await draft();
  const response = await app.owner.request('POST', `/api/v1/orders/${id}/lines`, { lines: [{ sku: 'MUG' }, { sku: 'NO-SUCH' }] });
  expect(response.status).toBe(422);
  expect(await response.json()).toMatchObject({ code: 'request.invalid', errors: [{ pointer: '/lines/1/sku' }] });
  expect((await read(id)).version).toBe(1);
});

test('another account finds nothing', async () => {
  const { id } = await draft();
  expect((await app.stranger.request('GET', `/api/v1/orders/${id}`)).status).toBe(404);
  expect((await app.stranger.request('POST', `/api/v1/orders/${id}/lines`, { sku: 'MUG' })).status).toBe(404);
});
