// What things cost and what is earned: for who may see it, in an answer of its own, and nowhere a customer looks.
import { frozenEstimate } from '@backdesk/contract/estimate/frozen.ts';
import type { Route } from '@backdesk/contract/route.ts';
import { routes } from '@backdesk/contract/routes.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { aPriceList, readyToSubmit, tokenOf } from '../support/a-ready-order.ts';
import { aShop, type Shop } from '../support/a-shop.ts';
import { aSignedInCustomer, aVisitor } from '../support/a-visitor.ts';
import type { TestApp } from '../support/create-test-app.ts';
import { createTestApp } from '../support/create-test-app.ts';
import { problemOf } from '../support/problem-of.ts';

let app: TestApp;
let shop: Shop;
beforeAll(async () => {
  app = await createTestApp();
  shop = await aShop(app);
  await aPriceList(app);
});
afterAll(() => app.close());

const client = () => app.owner.client;
const setCost = async (unitCost: string | null) => {
  await client().setCosts({ params: { id: shop.products.MUG ?? '' }, body: { costs: [{ variantId: shop.variants.MUG ?? '', unitCost }] } });
  await app.runJobs();
};
/** 100 mugs at 4.50 and a setup of 20.00. */
const aDraft = () =>
  client().createOrder({
    body: {
      customerId: shop.customerId,
      lines: [{ sku: 'MUG', quantity: 100 }, { custom: { name: 'Setup', unitPrice: '20', quantity: 1, ships: false } }],
    },
  });
const marginOf = (id: string) => client().getOrderMargin({ params: { id } });
const usd = (amount: number) => ({ amount, currency: 'USD' });

test('a draft says what it earns, by line and in all, and follows a new cost; the total stays', async () => {
  await setCost('2.7');
  const { id, totals } = await aDraft();
  // 450.00 − 270.00 = 180.00, 40 %; the setup is in no figure.
  const mugs = { net: usd(45_000), cost: usd(27_000), margin: usd(18_000), marginPpm: 400_000 };
  const first = await marginOf(id);
  expect(first).toMatchObject({ total: mugs, withoutCost: 1, lines: [{ variantId: shop.variants.MUG, unitCost: '2.7', ...mugs, below: null }] });
  await setCost('3.141593');
  expect((await marginOf(id)).total).toMatchObject({ cost: usd(31_416), margin: usd(13_584) });
  expect((await client().getOrder({ params: { id } })).totals).toEqual(totals);
  // A discount of the order is earned less: 450.00 of 470.00, 10 % off, leaves 405.00.
  await client().setDiscounts({ params: { id }, body: { discounts: [{ label: 'Loyal', value: { kind: 'percentage', ppm: 100_000 } }] } });
  expect((await marginOf(id)).total).toMatchObject({ net: usd(40_500), margin: usd(9_084) });
  await setCost(null);
  expect(await marginOf(id)).toMatchObject({ total: null, withoutCost: 2, lines: [] });
});

test('what was submitted keeps its cost', async () => {
  await setCost('2.7');
  const { id } = await aDraft();
  await readyToSubmit(app, id);
  await client().submitOrder({ params: { id }, body: {} });
  await setCost('4');
  expect((await marginOf(id)).total?.cost).toEqual(usd(27_000));
});

test('who may not sell below cost is refused and loses nothing; who may is warned', async () => {
  await setCost('3');
  const { id, lines, version } = await aDraft();
  const params = { id, lineId: lines[0]?.id ?? '' };
  const sales = (await app.as('sales')).client;
  const set = (by: typeof sales, unitPrice: string) => by.changeLine({ params, body: { override: { unitPrice, reason: 'Old friend' } } });
  const refused = await problemOf(set(sales, '2.99'));
  // Nor is the cost told by how it is refused.
  expect(refused).toMatchObject({ code: 'line.below_floor', status: 422, refusals: [{ lineId: params.lineId, pointer: '/override/unitPrice', detail: {} }] });
  expect(await client().getOrder({ params: { id } })).toMatchObject({ version, lines: [{ override: null, total: usd(45_000) }, {}] });
  expect((await problemOf(sales.changeLine({ params, body: { discount: { kind: 'percentage', ppm: 500_000 } } }))).refusals).toMatchObject([
    { pointer: '/discount' },
  ]);
  await set(sales, '3');
  await set(app.owner.client, '2.99');
  expect((await marginOf(id)).lines[0]).toMatchObject({ margin: usd(-100), below: 'cost' });
  // What somebody else set is not held against who changes the quantity.
  await sales.changeLine({ params, body: { quantity: 200 } });
  await client().changeSettings({ body: { leastMarginPpm: 250_000 } });
  // At least a quarter of the price: 3.00 ÷ 0.75 = 4.00.
  expect((await problemOf(set(sales, '3.99'))).code).toBe('line.below_floor');
  await set(sales, '4');
  await set(app.owner.client, '3.99');
  expect((await marginOf(id)).lines[0]?.below).toBe('floor');
  // An old price that is kept is a price that is set.
  const kept = sales.duplicateOrder({ params: { id }, body: { prices: 'kept' } });
  expect((await problemOf(kept)).code).toBe('line.below_floor');
  await client().changeSettings({ body: { leastMarginPpm: 0 } });
});

test('a discount of the whole order by hand counts like a price; the account’s own code is its own offer', async () => {
  await setCost('3');
  const { id, lines, version } = await aDraft();
  const sales = (await app.as('sales')).client;
  const give = (by: typeof sales, ppm: number) =>
    by.setDiscounts({ params: { id }, body: { discounts: [{ label: 'Loyal', value: { kind: 'percentage', ppm } }] } });
  const [line] = lines;
  // What is paid for the line with cost is brought below it.
  const refused = await problemOf(give(sales, 900_000));
  expect(refused).toMatchObject({ code: 'line.below_floor', refusals: [{ lineId: line?.id, pointer: '/discounts' }] });
  expect(await client().getOrder({ params: { id } })).toMatchObject({ version, discounts: [] });
  await give(app.owner.client, 900_000);
  // Nor is it held against who takes it back, or makes it less.
  await give(sales, 850_000);
  await sales.setDiscounts({ params: { id }, body: { discounts: [] } });
  await client().createDiscount({ body: { name: 'Fair', code: 'FAIR90', value: { kind: 'percentage', ppm: 900_000 } } });
  expect((await sales.setDiscounts({ params: { id }, body: { codes: ['FAIR90'] } })).discounts).toMatchObject([{ code: 'FAIR90' }]);
});

test('the floor is not passed in two steps: a sum taken off many, then fewer of them, or another line beside', async () => {
  await setCost('3');
  const sales = (await app.as('sales')).client;
  const dear = await client().createOrder({ body: { customerId: shop.customerId, lines: [{ sku: 'MUG', quantity: 1000 }] } });
  const params = { id: dear.id, lineId: dear.lines[0]?.id ?? '' };
  // 400.00 off 1,000 mugs leaves more than 3.00 each; off 100 it would leave 0.50.
  await sales.changeLine({ params, body: { discount: { kind: 'fixed', amount: usd(40_000) } } });
  const fewer = await problemOf(sales.changeLine({ params, body: { quantity: 100 } }));
  expect(fewer).toMatchObject({ code: 'line.below_floor', refusals: [{ lineId: params.lineId, pointer: '/quantity' }] });
  await client().changeLine({ params, body: { quantity: 100 } });
  // By now it is the owner's, and nobody is held to it who goes on.
  await sales.changeLine({ params, body: { quantity: 90 } });

  const { id } = await client().createOrder({
    body: { customerId: shop.customerId, lines: [{ custom: { name: 'Design', unitPrice: '500', quantity: 1, ships: false } }] },
  });
  await sales.setDiscounts({ params: { id }, body: { discounts: [{ label: 'Loyal', value: { kind: 'percentage', ppm: 900_000 } }] } });
  const added = await problemOf(sales.addLines({ params: { id }, body: { sku: 'MUG', quantity: 100 } }));
  expect(added).toMatchObject({ code: 'line.below_floor', refusals: [{ pointer: '' }] });
  // The same sum off both: taking the dear one out leaves all of it to the mugs.
  await sales.setDiscounts({ params: { id }, body: { discounts: [] } });
  await sales.addLines({ params: { id }, body: { sku: 'MUG', quantity: 100 } });
  await sales.setDiscounts({ params: { id }, body: { discounts: [{ label: 'Loyal', value: { kind: 'fixed', amount: usd(25_000) } }] } });
  const [design] = (await client().getOrder({ params: { id } })).lines;
  expect((await problemOf(sales.removeLine({ params: { id, lineId: design?.id ?? '' } }))).code).toBe('line.below_floor');
  // What the catalogue itself sells below cost stays everybody's to sell, whatever is taken off the whole.
  await sales.setDiscounts({ params: { id }, body: { discounts: [{ label: 'Loyal', value: { kind: 'percentage', ppm: 10_000 } }] } });
  await setCost('50');
  const again = await client().createOrder({
    body: { customerId: shop.customerId, lines: [{ custom: { name: 'Design', unitPrice: '500', quantity: 1, ships: false } }] },
  });
  await sales.setDiscounts({ params: { id: again.id }, body: { discounts: [{ label: 'Loyal', value: { kind: 'percentage', ppm: 10_000 } }] } });
  await sales.addLines({ params: { id: again.id }, body: { sku: 'MUG', quantity: 100 } });
  await setCost('3');
});

test('costs are for who may see them: not sales, not viewers, and of the product’s history neither', async () => {
  const { id } = await aDraft();
  for (const role of ['sales', 'viewer'] as const) {
    const caller = await app.as(role);
    expect((await caller.request('GET', `/api/v1/orders/${id}/margin`)).status).toBe(403);
    expect((await caller.request('GET', `/api/v1/products/${shop.products.MUG}/costs`)).status).toBe(403);
  }
  expect((await (await app.as('approver')).request('GET', `/api/v1/orders/${id}/margin`)).status).toBe(200);
  const events = await app.db.selectFrom('events').select('data').where('type', '=', 'product.costs_set').execute();
  expect(events.length).toBeGreaterThan(0);
  expect(JSON.stringify(events)).not.toContain('unitCost');
});

/** Every name in a schema, however deep. */
function* namesIn(schema: unknown): Generator<string> {
  if (typeof schema !== 'object' || schema === null) return;
  const json = schema as Readonly<Record<string, unknown>>;
  if (typeof json.properties === 'object' && json.properties !== null) yield* Object.keys(json.properties);
  for (const inner of Object.values(json)) yield* namesIn(inner);
}
const ofCosts = /cost|margin|floor/i;
const namesOf = (schema: z.ZodType) => [...namesIn(z.toJSONSchema(schema, { unrepresentable: 'any' }))].filter((name) => ofCosts.test(name));

test('no answer but the two of costs, and nothing that is frozen, has a field for cost or margin', () => {
  const leaks = (Object.entries(routes) as readonly (readonly [string, Route])[]).flatMap(([name, { answer, audience }]) =>
    answer instanceof z.ZodType ? namesOf(answer).map((field) => `${audience} ${name}: ${field}`) : [],
  );
  const told = [...new Set(leaks.map((leak) => leak.split(':')[0]))].toSorted();
  // The account's least margin says nothing of a cost.
  expect(told).toEqual(['staff changeSettings', 'staff getOrderMargin', 'staff getSettings', 'staff listCosts', 'staff setCosts']);
  expect(namesOf(frozenEstimate)).toEqual([]);
});

test('neither page, cart, saved cart, frozen estimate nor mail of an order says what its goods cost', async () => {
  await setCost('3.141593');
  const { id } = await aDraft();
  await client().issueEstimate({ params: { id }, body: { email: 'dana@acme.example' } });
  const token = tokenOf((await client().copyEstimateLink({ params: { id, revision: 1 } })).url);
  const frozen = await app.db.selectFrom('estimate_revisions').select('content').where('order_id', '=', id).executeTakeFirstOrThrow();
  const mail = await app.db.selectFrom('mails').selectAll().where('order_id', '=', id).execute();
  const page = await (await app.fetch(`/api/estimates/v1/${token}`, { headers: { 'sec-fetch-site': 'same-origin' } })).text();
  const dana = await aSignedInCustomer(app, shop.customerId, 'dana@acme.example', aVisitor(app));
  const cart = await dana.client.addCartLines({ body: { lines: [{ variantId: shop.variants.MUG ?? '' }] } });
  const product = await dana.client.getSiteProduct({ params: { code: 'MUG' } });
  const saved = await dana.client.saveCart({ body: { name: 'Mugs' } });
  const kept = await dana.client.getSavedCart({ params: { id: saved.id } });
  const seen = [page, JSON.stringify([frozen, mail, cart, product, kept])];
  expect(seen.join('')).toContain('Mug 11 oz');
  expect(seen.join('')).not.toContain('3.141593');
  expect((await marginOf(id)).lines[0]?.unitCost).toBe('3.141593');
});
