import { pricingInputOf } from '@backdesk/contract/order/pricing-input.ts';
import { priceOrder } from '@backdesk/domain/pricing/price-order.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anAddress, aPriceList } from '../support/a-ready-order.ts';
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
const send = async (method: string, path: string, body: unknown) => {
  const response = await app.owner.request(method, path, body);
  const { refusals = [], ...answer } = await response.json();
  // The first refusal, with where it points.
  return { ...answer, ...refusals[0], status: response.status };
};

/** Pens are sold by the hundred, up to 1000, whatever the lines they stand on. */
async function pens(...quantities: readonly number[]) {
  const lines = quantities.map((quantity) => ({ sku: 'PEN', quantity, asNewLine: true }));
  const order = await client().createOrder({ body: { customerId: shop.customerId, lines } });
  const change = (at: number, quantity: number) => send('PATCH', `/api/v1/orders/${order.id}/lines/${order.lines[at]?.id}`, { quantity });
  return { id: order.id, lineIds: order.lines.map((line) => line.id), change };
}

test('the rules of a break group are reported on the line that was changed last', async () => {
  const { lineIds, change } = await pens(400, 600);
  // 500 + 600 and 400 + 700 are 1100.
  expect(await change(0, 500)).toMatchObject({ status: 422, code: 'line.over_maximum', lineId: lineIds[0], detail: { maximum: 1_000, quantity: 1_100 } });
  expect(await change(1, 700)).toMatchObject({ status: 422, code: 'line.over_maximum', lineId: lineIds[1], detail: { maximum: 1_000, quantity: 1_100 } });
});

test('a removal is never refused; the blocker it leaves is where the quantity changed last, on the server as in the browser', async () => {
  const { id, lineIds, change } = await pens(150, 20, 30);
  expect(await change(0, 250)).toMatchObject({ status: 200 });
  // 250 + 30 = 280 pens are left, sold by the hundred.
  await client().removeLine({ params: { id, lineId: lineIds[1] ?? '' } });
  const order = await client().getOrder({ params: { id } });
  const expected = [['line.not_in_increment'], []];
  expect(order.lines.map((line) => line.blockers.map((blocker) => blocker.code))).toEqual(expected);
  expect(priceOrder(pricingInputOf(order)).lines.map((line) => line.blockers.map((blocker) => blocker.code))).toEqual(expected);
});

test('a line added last is also changed last', async () => {
  const { id } = await pens(150, 20, 30);
  const added = await client().addLines({ params: { id }, body: { sku: 'PEN', quantity: 100, asNewLine: true } });
  const order = await client().getOrder({ params: { id } });
  expect(order.lines.map((line) => line.quantityVersion)).toEqual([0, 0, 0, added.version]);
});

test('what is typed beyond its bounds is refused with a code and the bounds, and nothing is written', async () => {
  const order = await client().createOrder({
    body: { customerId: shop.customerId, lines: [{ sku: 'MUG', quantity: 2 }, { custom: { name: 'Setup', unitPrice: '35' } }] },
  });
  const path = (rest: string) => `/api/v1/orders/${order.id}${rest}`;
  const mug = path(`/lines/${order.lines[0]?.id}`);
  const fixed = (amount: number) => ({ kind: 'fixed', amount: { amount, currency: 'USD' } });
  const bounds = { minimum: '0', maximum: '1000000000' };
  const amounts = { minimumAmount: 0, maximumAmount: 400_000_000_000 };
  expect(await send('PATCH', mug, { override: { unitPrice: '1000000000.01' } })).toMatchObject({
    status: 422,
    code: 'line.override_out_of_range',
    pointer: '/override/unitPrice',
    detail: bounds,
  });
  expect(await send('PATCH', path(`/lines/${order.lines[1]?.id}`), { unitPrice: '1000000000.01' })).toMatchObject({
    status: 422,
    pointer: '/unitPrice',
    detail: bounds,
  });
  expect(await send('POST', path('/lines'), { lines: [{ custom: { name: 'Dear', unitPrice: '1000000000.01' } }] })).toMatchObject({
    status: 422,
    pointer: '/lines/0/custom/unitPrice',
    detail: bounds,
  });
  expect(await send('PATCH', mug, { discount: fixed(-1) })).toMatchObject({ status: 422, code: 'line.discount_out_of_range', detail: amounts });
  expect(await send('PUT', path('/discounts'), { discounts: [{ value: fixed(-1) }] })).toMatchObject({
    status: 422,
    code: 'discount.out_of_range',
    pointer: '/discounts/0/value/amount/amount',
    detail: amounts,
  });
  // Two mugs are there: 9,999,998 more would be one too many on the line.
  expect(await send('POST', path('/lines'), { sku: 'MUG', quantity: 9_999_998 })).toMatchObject({
    status: 422,
    code: 'line.quantity_out_of_range',
    detail: { minimum: 1, maximum: 9_999_999 },
  });
  expect((await client().getOrder({ params: { id: order.id } })).version).toBe(order.version);
});

test('a thousand million pieces are refused wherever they are typed, with the bounds, and the order stays as it was', async () => {
  const order = await client().createOrder({ body: { customerId: shop.customerId, lines: [{ sku: 'MUG', quantity: 2 }] } });
  const path = `/api/v1/orders/${order.id}/lines`;
  const typed = [
    await send('POST', path, { sku: 'MUG', quantity: 1e9 }),
    await send('POST', path, {
      lines: [
        { sku: 'TEE-S', quantity: 1 },
        { sku: 'MUG', quantity: 1e9, asNewLine: true },
      ],
    }),
    await send('POST', path, { custom: { name: 'Confetti', unitPrice: '0.01', quantity: 1e9 } }),
    await send('PATCH', `${path}/${order.lines[0]?.id}`, { quantity: 1e9 }),
    await send('POST', '/api/v1/orders', { customerId: shop.customerId, lines: [{ sku: 'MUG', quantity: 1e9 }] }),
  ];
  expect(typed.map(({ status, code }) => [status, code])).toEqual(typed.map(() => [422, 'request.invalid']));
  expect(typed.map(({ errors }) => errors[0].pointer)).toEqual(['/quantity', '/lines/1/quantity', '/custom/quantity', '/quantity', '/lines/0/quantity']);
  for (const { errors } of typed) expect(errors[0].message).toBe('must be a whole number from 1 to 9999999');
  expect(await client().getOrder({ params: { id: order.id } })).toMatchObject({ version: order.version, totals: { total: order.totals.total } });
});

test('after a change of customer, address and billing stand against submitting until somebody has looked at them again', async () => {
  const { id } = await client().createOrder({ body: { customerId: shop.customerId, lines: [{ custom: { name: 'Setup', unitPrice: '35' } }] } });
  const zones = await client().listShippingZones({});
  const payment = { method: 'purchase_order', poNumber: 'PO-77' } as const;
  await client().setShipping({ params: { id }, body: { address: anAddress } });
  await client().setShippingMethod({ params: { id }, body: { rateId: zones.items[0]?.rates[0]?.id ?? null } });
  await client().setBilling({ params: { id }, body: { sameAsShipping: true } });
  expect((await client().setPayment({ params: { id }, body: payment })).blockers).toEqual([]);

  const moved = await client().changeOrder({ params: { id }, body: { customerId: shop.goldCustomerId } });
  expect(moved.checkout.steps.map((step) => step.state)).toEqual(['stale', 'done', 'stale', 'empty']);
  expect(moved.blockers.map(({ code, step }) => [code, step])).toEqual([
    ['shipping.address_stale', 'shipping'],
    ['billing.stale', 'billing'],
  ]);
  expect(await send('POST', `/api/v1/orders/${id}/submit`, {})).toMatchObject({ status: 422, code: 'shipping.address_stale', step: 'shipping' });

  // The same address and payment again are enough.
  await client().setShipping({ params: { id }, body: { address: anAddress } });
  const looked = await client().setPayment({ params: { id }, body: payment });
  expect(looked.checkout.steps.map((step) => step.state)).toEqual(['done', 'done', 'done', 'done']);
  expect(looked.blockers).toEqual([]);
});

test('a price of 0 is a price wherever one is typed; −1 and what has seven places are refused at their place, and nothing is written', async () => {
  const order = await client().createOrder({ body: { customerId: shop.customerId, lines: [{ sku: 'MUG', quantity: 2 }] } });
  const [product, variant] = [shop.products.MUG ?? '', shop.variants.MUG ?? ''];
  const gold = (await client().listPriceRoles({})).items.find(({ name }) => name === 'Gold')?.id ?? '';
  const breaks = (price: string) => [{ quantity: 1, extendedPrice: price }];
  const places: readonly (readonly [string, string, (price: string) => object, string])[] = [
    ['PATCH', `/api/v1/orders/${order.id}/lines/${order.lines[0]?.id}`, (unitPrice) => ({ override: { unitPrice, reason: 'Sample' } }), '/override/unitPrice'],
    ['POST', `/api/v1/orders/${order.id}/lines`, (unitPrice) => ({ custom: { name: 'Sample', unitPrice } }), '/custom/unitPrice'],
    ['PATCH', `/api/v1/variants/${variant}`, (price) => ({ prices: breaks(price) }), '/prices/0/extendedPrice'],
    ['PUT', `/api/v1/products/${product}/price-roles/${gold}`, (price) => ({ breaks: breaks(price) }), '/breaks/0/extendedPrice'],
    [
      'PUT',
      `/api/v1/products/${product}/charges`,
      (price) => ({ charges: [{ kind: 'setup', code: 'S', name: 'Setup', breaks: breaks(price) }] }),
      '/charges/0/breaks/0/extendedPrice',
    ],
    ['PUT', `/api/v1/products/${product}/costs`, (unitCost) => ({ costs: [{ variantId: variant, unitCost }] }), '/costs/0/unitCost'],
  ];
  const state = async () => JSON.stringify([await client().getOrder({ params: { id: order.id } }), await client().getProduct({ params: { id: product } })]);
  const before = await state();
  for (const [method, path, body, pointer] of places)
    for (const price of ['-1', '0.0000001']) {
      const { status, code, errors, pointer: refusedAt } = await send(method, path, body(price));
      expect([path, price, status, refusedAt ?? errors?.[0]?.pointer]).toEqual([path, price, 422, pointer]);
      expect(['request.invalid', 'line.override_out_of_range']).toContain(code);
    }
  expect(await state()).toBe(before);
  for (const [method, path, body] of places) expect([path, Math.floor((await send(method, path, body('0'))).status / 100)]).toEqual([path, 2]);
  expect((await client().getOrder({ params: { id: order.id } })).lines.map(({ total }) => total.amount)).toEqual([0, 0]);
});
