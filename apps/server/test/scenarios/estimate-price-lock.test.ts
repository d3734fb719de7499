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
});
afterAll(() => app.close());

const client = () => app.apiKey.client;
const draft = (lines: readonly object[], customerId = shop.customerId) => client().createOrder({ body: { customerId, lines: lines as never } });
const read = (id: string) => client().getOrder({ params: { id } });
const issue = (id: string, body: object = {}) => client().issueEstimate({ params: { id }, body: body as never });
const priceOf = (code: string, price: string) =>
  sql`update price_rows set extended_price = ${price} where product_id = ${shop.products[code]} and quantity = 1 and role_id is null`.execute(app.db);

test('while the lock holds, its lines keep their prices in a new revision and at submission; an added line takes today’s', async () => {
  const { id } = await draft([{ sku: 'MUG', quantity: 2 }]);
  await readyToSubmit(app, id);
  await issue(id, { email: 'dana@acme.example' });
  await priceOf('MUG', '5.50');
  await priceOf('TEE', '12');
  await client().addLines({ params: { id }, body: { sku: 'TEE-S', quantity: 1 } });
  // 2 × 4.50 as promised + 1 × 12.00 as of today.
  expect(await issue(id)).toMatchObject({ revision: 2 });
  expect((await read(id)).lines.map((line) => line.total.amount)).toEqual([900, 1200]);
  // One more shirt weighs more: the method is looked at again.
  await readyToSubmit(app, id);
  await client().submitOrder({ params: { id }, body: {} });
  expect((await read(id)).lines.map((line) => line.total.amount)).toEqual([900, 1200]);
  await priceOf('MUG', '4.50');
  await priceOf('TEE', '10');
});

test('when the lock has ended, issuing again prices from the catalogue, says what moved, and leaves what was set by hand', async () => {
  const { id, lines } = await draft([
    { sku: 'MUG', quantity: 2 },
    { sku: 'TEE-S', quantity: 1 },
  ]);
  await client().changeLine({ params: { id, lineId: lines[1]?.id ?? '' }, body: { override: { unitPrice: '9', reason: 'Agreed' } } });
  await issue(id, { email: 'dana@acme.example', validUntil: '2026-11-24' });
  await priceOf('MUG', '5.50');
  await priceOf('TEE', '12');
  app.clock.advance({ days: 3 });
  const revision = await issue(id);
  expect(revision).toMatchObject({ revision: 2, expired: false, total: { amount: 2000 } });
  const { items } = await client().getHistory({ params: { id } });
  expect(items.map((entry) => entry.sentence)).toEqual(
    expect.arrayContaining(['Price of MUG moved from $4.50 to $5.50', 'Estimate r1 superseded', 'Estimate r1 sent to dana@acme.example']),
  );
  expect(items.filter((entry) => entry.sentence.startsWith('Price of TEE-S moved'))).toEqual([]);
  await priceOf('MUG', '4.50');
  await priceOf('TEE', '10');
});

test('a line without a price is never promised, and never sold', async () => {
  const { id } = await draft([{ sku: 'TEE-S', quantity: 1 }]);
  await readyToSubmit(app, id);
  await sql`update price_rows set currency = 'EUR' where product_id = ${shop.products.TEE}`.execute(app.db);
  const answers = await Promise.all(['estimates', 'submit'].map((verb) => app.apiKey.request('POST', `/api/v1/orders/${id}/${verb}`, {})));
  await sql`update price_rows set currency = 'USD' where product_id = ${shop.products.TEE}`.execute(app.db);
  const said = (await Promise.all(answers.map((answer) => answer.json()))) as readonly {
    readonly code: string;
    readonly refusals: readonly { readonly code: string }[];
  }[];
  expect(said.map(({ code, refusals }) => [code, refusals[0]?.code])).toEqual([
    ['line.no_price', 'line.no_price'],
    ['order.not_submittable', 'line.no_price'],
  ]);
});

test('who has no e-mail address gets none, and the order is submitted all the same', async () => {
  const { id } = await draft([{ sku: 'MUG', quantity: 1 }], shop.goldCustomerId);
  await readyToSubmit(app, id);
  expect(await client().submitOrder({ params: { id }, body: {} })).toMatchObject({ stage: 'submitted', lines: [{ total: { amount: 400 } }] });
  expect((await client().listMails({ query: { orderId: id } })).items).toEqual([]);
});

test('who is no longer active cannot order, nor who is deleted until they are restored', async () => {
  const params = { id: shop.customerId };
  const { id } = await draft([{ sku: 'MUG', quantity: 1 }]);
  await readyToSubmit(app, id);
  const refused = { code: 'order.not_submittable', refusals: [{ code: 'order.customer_inactive' }] };
  const submit = async () => (await app.apiKey.request('POST', `/api/v1/orders/${id}/submit`, {})).json();
  await client().changeCustomer({ params, body: { active: false } });
  expect(await submit()).toMatchObject(refused);
  await client().changeCustomer({ params, body: { active: true } });
  await client().deleteCustomer({ params });
  expect(await submit()).toMatchObject(refused);
  await client().restoreCustomer({ params });
  expect(await submit()).toMatchObject({ stage: 'submitted' });
});
