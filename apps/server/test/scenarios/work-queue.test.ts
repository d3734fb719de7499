// What waits for staff among the estimates: each goes from queue to queue as it is sent, viewed and answered; prices that moved
// since the promise are noticed; and the chart counts how estimates ended.

import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { aPriceList, readyToSubmit, tokenOf } from '../support/a-ready-order.ts';
import { aShop, type Shop } from '../support/a-shop.ts';
import { answer, inTheirHands } from '../support/an-estimate.ts';
import { createTestApp, type TestApp } from '../support/create-test-app.ts';

let app: TestApp;
let shop: Shop;
beforeAll(async () => {
  app = await createTestApp();
  shop = await aShop(app);
  await aPriceList(app);
});
afterAll(() => app.close());
// Each story counts from nothing: what the others left is gone from the queue.
beforeEach(async () => {
  for (const { id } of (await client().listOrders({ query: { stage: 'draft,estimate' } })).items) await client().deleteOrder({ params: { id } });
  app.clock.set('2026-11-23T09:00:00Z');
});

// By key: the clock moves by months, and a session does not last so long.
const client = () => app.apiKey.client;
const draft = async (quantity = 4, sku = 'MUG') => {
  const { id } = await client().createOrder({ body: { customerId: shop.customerId, lines: [{ sku, quantity }] } });
  await readyToSubmit(app, id);
  return id;
};
const queue = async () => (await client().readQueue({})).items.map(({ queue: name, count, values }) => [name, count, values[0]?.amount ?? 0]);
const listed = async (name: 'unsent' | 'not_viewed' | 'no_answer' | 'changes_requested' | 'accepted' | 'expiring' | 'drifted') =>
  (await client().listOrders({ query: { queue: name } })).items.map(({ id }) => id);
/** What the listing says to do about it. */
const next = async (id: string) => {
  const { next: step } = (await client().listOrders({ query: { stage: 'draft,estimate' } })).items.find((row) => row.id === id) ?? {};
  return step && [step.action, ...step.besides];
};
const look = (token: string) => app.anonymous.client.getEstimatePage({ params: { token } });
/** A view is noted beside the answer: here it must have been. */
const viewed = async (id: string) => {
  await expect.poll(async () => (await client().getOrder({ params: { id } })).estimate?.revisions.at(-1)?.viewedAt ?? null).not.toBeNull();
};
const newPrice = async (price: string) => {
  await sql`update price_rows set extended_price = ${price} where product_id = ${shop.products.MUG ?? ''} and quantity = 1 and role_id is null`.execute(app.db);
  await app.services.enqueue(app.db, 'order.reprice', { accountId: app.accountId, productIds: [shop.products.MUG] });
  await app.runJobs();
};

test('nothing waits in an empty shop, nor for a draft', async () => {
  expect(await queue()).toEqual([]);
  await draft();
  expect(await queue()).toEqual([]);
});

test('an estimate goes from queue to queue: unsent, not viewed, no answer, changes asked, accepted; ordered it waits no more', async () => {
  const id = await draft();
  await client().issueEstimate({ params: { id }, body: {} });
  // 4 × 4.50 = 18.00, shipping 12.00, tax 1.60.
  expect(await client().readQueue({})).toEqual({
    items: [{ queue: 'unsent', count: 1, values: [{ amount: 3160, currency: 'USD' }], nextAction: 'send' }],
  });
  expect(await listed('unsent')).toEqual([id]);
  expect([await next(id), await next(await draft())]).toEqual([['send'], null]);

  const token = tokenOf((await client().copyEstimateLink({ params: { id, revision: 1 } })).url);
  expect(await queue()).toEqual([['not_viewed', 1, 3160]]);
  const page = await look(token);
  await viewed(id);
  expect(await queue()).toEqual([['no_answer', 1, 3160]]);
  expect(await next(id)).toEqual(['call']);

  await answer(app, { id, token, page }, 'request-changes', { name: 'Dana Fox', comments: [{ lineId: null, text: 'In blue, please' }] });
  expect(await queue()).toEqual([['changes_requested', 1, 3160]]);
  expect(await listed('no_answer')).toEqual([]);
  await answer(app, { id, token, page: await look(token) }, 'accept');
  expect(await queue()).toEqual([['accepted', 1, 3160]]);
  expect(await listed('accepted')).toEqual([id]);
  await client().submitOrder({ params: { id }, body: {} });
  expect(await queue()).toEqual([]);
});

test('an accepted one is worth what was accepted; a deleted one waits for nobody until it is back', async () => {
  const id = await draft();
  const { lines } = await client().getOrder({ params: { id } });
  const lineId = lines[0]?.id ?? '';
  await client().changeLine({ params: { id, lineId }, body: { quantityBounds: { minimum: 4, maximum: 20 } } });
  const estimate = await inTheirHands(app, id);
  // 10 × 4.50 = 45.00, shipping 12.00, tax 8.875 % of 45.00 = 3.99.
  const yes = await answer(app, estimate, 'accept', { choices: [{ lineId, quantity: 10 }], total: { amount: 6099, currency: 'USD' } });
  expect(yes.status).toBe(200);
  expect(await queue()).toEqual([['accepted', 1, 6099]]);
  await client().deleteOrder({ params: { id } });
  expect(await queue()).toEqual([]);
  await client().restoreOrder({ params: { id } });
  expect(await queue()).toEqual([['accepted', 1, 6099]]);
});

test('one that ends within three days is expiring too, and for thirty days after; extended it is not', async () => {
  const id = await draft();
  await client().issueEstimate({ params: { id }, body: { validUntil: '2026-12-01' } });
  expect(await queue()).toEqual([['unsent', 1, 3160]]);
  app.clock.set('2026-11-29T12:00:00Z');
  expect(await queue()).toEqual([
    ['unsent', 1, 3160],
    ['expiring', 1, 3160],
  ]);
  expect(await next(id)).toEqual(['send', 'expiring']);
  app.clock.set('2026-12-02T12:00:00Z');
  expect(await queue()).toEqual([['expiring', 1, 3160]]);
  expect(await next(id)).toEqual(['extend']);
  app.clock.set('2027-01-05T12:00:00Z');
  expect(await queue()).toEqual([]);
  expect(await next(id)).toBeNull();
  await client().extendEstimate({ params: { id, revision: 1 }, body: { validUntil: '2027-02-01' } });
  expect(await queue()).toEqual([['unsent', 1, 3160]]);
});

test('prices that moved since the promise are noticed when they move, and no more when they move back; the order itself stays', async () => {
  const id = await draft();
  const mine = await draft(1, 'TEE-S');
  for (const one of [id, mine]) await client().issueEstimate({ params: { id: one }, body: {} });
  const { version } = await client().getOrder({ params: { id } });
  await newPrice('5');
  expect(await listed('drifted')).toEqual([id]);
  expect(await client().getOrder({ params: { id } })).toMatchObject({ version, totals: { total: { amount: 3160 } } });
  await newPrice('4.50');
  expect(await listed('drifted')).toEqual([]);

  await newPrice('5');
  // Issued anew it promises today's prices.
  await client().withdrawEstimate({ params: { id, revision: 1 } });
  await client().issueEstimate({ params: { id }, body: {} });
  expect(await listed('drifted')).toEqual([]);
  await newPrice('4.50');
  expect(await listed('drifted')).toEqual([id]);
});

test('time alone moves prices that have dates: what was not compared for a day is compared by the hour', async () => {
  const id = await draft();
  await client().issueEstimate({ params: { id }, body: {} });
  const compare = async () => {
    await app.services.enqueue(app.db, 'estimate.compare', {});
    await app.runJobs();
  };
  await compare();
  await sql`update price_rows set extended_price = 6 where product_id = ${shop.products.MUG ?? ''} and quantity = 1 and role_id is null`.execute(app.db);
  await compare();
  expect(await listed('drifted')).toEqual([]);
  app.clock.advance({ days: 2 });
  await compare();
  expect(await listed('drifted')).toEqual([id]);
  await newPrice('4.50');
});

test('each account sees its own; another queue than there is is refused', async () => {
  const id = await draft();
  await client().issueEstimate({ params: { id }, body: {} });
  expect((await app.stranger.client.readQueue({})).items).toEqual([]);
  expect((await app.stranger.client.listOrders({ query: { queue: 'unsent' } })).items).toEqual([]);
  expect((await app.apiKey.request('GET', '/api/v1/orders?queue=lost')).status).toBe(422);
});

test('the report counts what is on its way, and the share that was won by month', async () => {
  const [won, lost, lapsed, open] = [await draft(), await draft(), await draft(), await draft()];
  const before = await client().reportEstimates({});
  await answer(app, await inTheirHands(app, won), 'accept');
  await answer(app, await inTheirHands(app, lost), 'decline', { reason: 'price' });
  await client().issueEstimate({ params: { id: lapsed }, body: { validUntil: '2026-11-30' } });
  await client().copyEstimateLink({ params: { id: lapsed, revision: 1 } });
  await client().issueEstimate({ params: { id: open }, body: {} });
  const stateOf = (report: typeof before, state: string) => report.pipeline.find((one) => one.state === state);
  const report = await client().reportEstimates({});
  expect(stateOf(report, 'unsent')).toEqual({ state: 'unsent', count: 1, values: [{ amount: 3160, currency: 'USD' }] });
  expect(stateOf(report, 'accepted')).toEqual({ state: 'accepted', count: 1, values: [{ amount: 3160, currency: 'USD' }] });
  const november = report.months.at(-1);
  expect(report.months).toHaveLength(12);
  expect(november?.month).toBe('2026-11');
  expect([(november?.won ?? 0) - (before.months.at(-1)?.won ?? 0), (november?.lost ?? 0) - (before.months.at(-1)?.lost ?? 0)]).toEqual([1, 1]);
  // Run out on the last day of November, in the zone of the account: lost in that month.
  app.clock.set('2026-12-10T09:00:00Z');
  const later = (await client().reportEstimates({})).months;
  expect(later.at(-1)).toEqual({ month: '2026-12', won: 0, lost: 0 });
  expect((later.at(-2)?.lost ?? 0) - (november?.lost ?? 0)).toBe(1);
});
