import { afterAll, beforeAll, expect, test } from 'vitest';
import { aShop, type Shop } from '../support/a-shop.ts';
import type { TestApp } from '../support/create-test-app.ts';
import { createTestApp } from '../support/create-test-app.ts';

let app: TestApp;
let shop: Shop;
let id = '';
let lineId = '';
let foreignId = '';
beforeAll(async () => {
  app = await createTestApp();
  shop = await aShop(app);
  const order = await app.owner.client.createOrder({
    body: { customerId: shop.customerId, lines: [{ sku: 'MUG', quantity: 12 }, { custom: { name: 'Setup', unitPrice: '35' } }] },
  });
  [id, lineId] = [order.id, order.lines[0]?.id ?? ''];
  const stranger = await app.stranger.client.createCustomer({ body: { name: 'Foreign' } });
  foreignId = stranger.id;
});
afterAll(() => app.close());

const missing = '0199aaaa-0000-7000-8000-000000000000';
const orderPath = (rest = '') => `/api/v1/orders/${id}${rest}`;
const linePath = () => orderPath(`/lines/${lineId}`);

type Case = readonly [what: string, method: string, path: () => string, body: () => unknown, status: number, code: string, pointer?: string];
const cases: readonly Case[] = [
  ['an unknown field', 'POST', () => orderPath('/lines'), () => ({ sku: 'MUG', price: '1' }), 422, 'request.invalid'],
  ['a negative quantity', 'PATCH', linePath, () => ({ quantity: -1 }), 422, 'request.invalid', '/quantity'],
  ['a fractional quantity', 'PATCH', linePath, () => ({ quantity: 1.5 }), 422, 'request.invalid', '/quantity'],
  ['a quantity of zero', 'PATCH', linePath, () => ({ quantity: 0 }), 422, 'request.invalid', '/quantity'],
  ['a quantity as text', 'PATCH', linePath, () => ({ quantity: '12' }), 422, 'request.invalid', '/quantity'],
  ['a price with seven places', 'PATCH', linePath, () => ({ override: { unitPrice: '1.1234567' } }), 422, 'request.invalid', '/override/unitPrice'],
  [
    'a price that no amount can hold',
    'PATCH',
    linePath,
    () => ({ quantity: 9_999_999, override: { unitPrice: '999999999999' } }),
    422,
    'line.override_out_of_range',
  ],
  ['a discount over 100 %', 'PATCH', linePath, () => ({ discount: { kind: 'percentage', ppm: 1_000_001 } }), 422, 'request.invalid'],
  [
    'a discount larger than the line',
    'PATCH',
    linePath,
    () => ({ discount: { kind: 'fixed', amount: { amount: 999_999, currency: 'USD' } } }),
    422,
    'discount.exceeds_base',
  ],
  [
    'a discount in another currency',
    'PATCH',
    linePath,
    () => ({ discount: { kind: 'fixed', amount: { amount: 1, currency: 'EUR' } } }),
    422,
    'request.invalid',
    '/discount/amount/currency',
  ],
  ['the name of a catalogue line', 'PATCH', linePath, () => ({ name: 'Other' }), 422, 'request.invalid', '/name'],
  ['a move behind itself', 'PATCH', linePath, () => ({ after: lineId }), 422, 'request.invalid', '/after'],
  ['a move behind a missing line', 'PATCH', linePath, () => ({ after: missing }), 422, 'request.invalid', '/after'],
  ['a missing line', 'PATCH', () => orderPath(`/lines/${missing}`), () => ({ quantity: 1 }), 404, 'line.not_found'],
  ['a missing order', 'PATCH', () => `/api/v1/orders/${missing}`, () => ({ name: 'x' }), 404, 'not_found'],
  ['an id that is none', 'PATCH', () => '/api/v1/orders/42', () => ({ name: 'x' }), 404, 'not_found'],
  ['a missing customer', 'POST', () => '/api/v1/orders', () => ({ customerId: missing }), 422, 'order.customer_missing'],
  ['a customer of another account', 'POST', () => '/api/v1/orders', () => ({ customerId: foreignId }), 422, 'order.customer_missing'],
  ['a variant that is not there', 'POST', () => orderPath('/lines'), () => ({ variantId: missing }), 422, 'request.invalid', '/variantId'],
  ['both SKU and variant', 'POST', () => orderPath('/lines'), () => ({ sku: 'MUG', variantId: shop.variants.MUG }), 422, 'request.invalid'],
  [
    'an id of a line that is there',
    'POST',
    () => orderPath('/lines'),
    () => ({ custom: { name: 'x', unitPrice: '1' }, lineId }),
    422,
    'request.invalid',
    '/lineId',
  ],
  ['less than the smallest break', 'POST', () => orderPath('/lines'), () => ({ sku: 'PEN', quantity: 50 }), 422, 'line.below_minimum'],
  ['more than is sold at once', 'POST', () => orderPath('/lines'), () => ({ sku: 'PEN', quantity: 1100 }), 422, 'line.over_maximum'],
  ['a quantity between the steps', 'POST', () => orderPath('/lines'), () => ({ sku: 'PEN', quantity: 150 }), 422, 'line.not_in_increment'],
  ['1,001 lines', 'POST', () => orderPath('/lines'), () => ({ lines: Array.from({ length: 1001 }, () => ({ sku: 'MUG' })) }), 422, 'request.invalid', '/lines'],
  [
    'an index of a change that no number holds',
    'POST',
    () => orderPath('/undo'),
    () => ({ version: 1, index: 99_999_999_999 }),
    422,
    'request.invalid',
    '/index',
  ],
  ['a version that no number holds', 'POST', () => orderPath('/undo'), () => ({ version: 99_999_999_999, index: 0 }), 422, 'request.invalid', '/version'],
  ['a basedOn that no number holds', 'PATCH', linePath, () => ({ basedOn: 99_999_999_999, quantity: 1 }), 422, 'request.invalid', '/basedOn'],
  ['a day in the year 0', 'PATCH', () => orderPath(), () => ({ dueOn: '0000-01-01' }), 422, 'request.invalid', '/dueOn'],
  ['an estimate valid to the end of time', 'POST', () => orderPath('/estimates'), () => ({ validUntil: '9999-12-31' }), 422, 'request.invalid', '/validUntil'],
  ['a kind of discount that is none', 'PATCH', linePath, () => ({ discount: { kind: 'gift' } }), 422, 'request.invalid', '/discount/kind'],
  ['a purchase order without its number', 'PUT', () => orderPath('/payment'), () => ({ method: 'purchase_order' }), 422, 'request.invalid', '/poNumber'],
  ['a query word where none is taken', 'GET', () => orderPath('/shipping-rates?limit=1'), () => undefined, 422, 'request.invalid', '/limit'],
  ['a body where none is taken', 'POST', () => orderPath('/estimates/1/withdraw'), () => ({ why: 'x' }), 422, 'request.invalid', '/why'],
  ['half a JSON text where no body is taken', 'DELETE', () => orderPath(), () => '{"', 400, 'request.malformed_json'],
  ['a nul character', 'PATCH', linePath, () => ({ noteCustomer: 'a\u0000b' }), 422, 'request.invalid', '/noteCustomer'],
  ['half a surrogate', 'PATCH', () => orderPath(), () => ({ name: '\ud83d' }), 422, 'request.invalid', '/name'],
  ['an owner who is not staff', 'PATCH', () => orderPath(), () => ({ ownerId: 'nobody' }), 422, 'request.invalid', '/ownerId'],
  ['a day that is none', 'PATCH', () => orderPath(), () => ({ dueOn: '2026-02-30' }), 422, 'request.invalid', '/dueOn'],
  ['JSON that is none', 'PATCH', () => orderPath(), () => '{"name":', 400, 'request.malformed_json'],
  ['a basedOn of zero', 'PATCH', () => orderPath(), () => ({ basedOn: 0, name: 'x' }), 422, 'request.invalid', '/basedOn'],
  ['a made-up cursor', 'GET', () => '/api/v1/orders?cursor=eyJ4IjoxfQ', () => undefined, 422, 'request.invalid', '/cursor'],
  ['an unknown stage', 'GET', () => '/api/v1/orders?stage=draft,gone', () => undefined, 422, 'request.invalid'],
  ['a page that is too long', 'GET', () => '/api/v1/orders?limit=201', () => undefined, 422, 'request.invalid', '/limit'],
];

const named = cases.map(([what, method, path, body, status, code, pointer]) => ({ what, method, path, body, status, code, pointer }));

test.each(named)('$what is refused with its code, and nothing is written', async ({ method, path, body, status, code, pointer }) => {
  const response = await app.owner.request(method, path(), body());
  const problem = (await response.json()) as { code: string; errors?: { pointer: string }[] };
  expect({ status: response.status, code: problem.code }).toEqual({ status, code });
  if (pointer !== undefined) expect(problem.errors?.map((error) => error.pointer)).toContain(pointer);
  expect((await app.owner.client.getOrder({ params: { id } })).version).toBe(1);
});

test('a quantity that is not sold is refused at its place in the request, whichever line it is', async () => {
  const refused = async (path: string, body: object) => {
    const problem = (await (await app.owner.request('POST', path, body)).json()) as { code: string; refusals?: { pointer?: string }[] };
    return [problem.code, problem.refusals?.map(({ pointer }) => pointer)];
  };
  const lines = [{ sku: 'MUG' }, { sku: 'PEN', quantity: 50 }];
  expect(await refused('/api/v1/orders', { customerId: shop.customerId, lines })).toEqual(['line.below_minimum', ['/lines/1/quantity']]);
  expect(await refused(orderPath('/lines'), { lines })).toEqual(['line.below_minimum', ['/lines/1/quantity']]);
  expect(await refused(orderPath('/lines'), { sku: 'PEN', quantity: 50 })).toEqual(['line.below_minimum', ['/quantity']]);
});

test('emoji, right-to-left and script text come back as they were sent', async () => {
  const text = '👕 مرحبا بالعالم <script>alert("1")</script> \u202eRTL';
  const order = await app.owner.client.createOrder({
    body: {
      customerId: shop.customerId,
      name: text,
      poNumber: text,
      lines: [{ custom: { name: text, unitPrice: '1' }, noteCustomer: `${text}\nzwei`, noteInternal: text }],
    },
  });
  const read = await app.owner.client.getOrder({ params: { id: order.id } });
  expect(read).toMatchObject({ name: text, poNumber: text, lines: [{ name: text, noteCustomer: `${text}\nzwei`, noteInternal: text }] });
  const found = await app.owner.client.listOrders({ query: { q: 'مرحبا' } });
  expect(found.items.map((row) => row.id)).toEqual([order.id]);
});

test('a line that costs nothing is a price, and the largest amounts are exact', async () => {
  const order = await app.owner.client.createOrder({
    body: {
      customerId: shop.customerId,
      lines: [{ custom: { name: 'Free', unitPrice: '0', quantity: 9_999_999 } }, { custom: { name: 'Dear', unitPrice: '999999.999999', quantity: 1_000 } }],
    },
  });
  expect(order.totals.items.amount).toBe(100_000_000_000);
});
