// Revisions side by side: what changed since the one somebody saw, and older ones to read, for both sides.
import type { Order } from '@backdesk/contract/order/order.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { aPriceList, readyToSubmit, tokenOf } from '../support/a-ready-order.ts';
import { aShop, type Shop } from '../support/a-shop.ts';
import { answer, inTheirHands } from '../support/an-estimate.ts';
import { behindOurBack } from '../support/behind-our-back.ts';
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
const read = (id: string): Promise<Order> => client().getOrder({ params: { id } });
const draft = async () => {
  const { id } = await client().createOrder({ body: { customerId: shop.customerId, lines: [{ sku: 'MUG', quantity: 4 }] } });
  await readyToSubmit(app, id);
  return id;
};
const setQuantity = async (id: string, quantity: number) => {
  const lineId = (await read(id)).lines.find((line) => line.sku === 'MUG')?.id ?? '';
  await client().changeLine({ params: { id, lineId }, body: { quantity } });
  await readyToSubmit(app, id);
};
const pageOf = (token: string) => app.anonymous.client.getEstimatePage({ params: { token } });
const earlier = (token: string, revision: number) => app.anonymous.request('GET', `/api/estimates/v1/${token}/revisions/${revision}`);
const usd = (amount: number) => ({ amount, currency: 'USD' });

test('who saw r1 is told at r2 what changed, in amounts that make up the difference; who saw nothing before is not', async () => {
  const id = await draft();
  const first = await inTheirHands(app, id);
  expect([first.page.changed, first.page.earlier]).toEqual([null, []]);
  await setQuantity(id, 6);
  const before = await pageOf(first.token);
  expect(before.revision, 'what staff work on is not the customer’s').toBe(1);
  await client().issueEstimate({ params: { id }, body: { email: 'else@acme.example' } });

  // 2 × 4.50 = 9.00 more; tax 8.875 % of 27.00 = 2.40 instead of 1.60; total 41.40 instead of 31.60.
  const changed = {
    since: 1,
    revision: 2,
    count: 1,
    changes: [{ kind: 'line_quantity', label: 'Mug 11 oz', from: '4', to: '6', difference: usd(900) }],
    sums: [
      { kind: 'tax', from: usd(160), to: usd(240) },
      { kind: 'total', from: usd(3160), to: usd(4140) },
    ],
  };
  // That r1 was looked at is noted beside the answer.
  const page = await vi.waitFor(async () => {
    const found = await pageOf(first.token);
    expect(found.changed).not.toBeNull();
    return found;
  });
  expect(page.changed?.comparison).toEqual(changed);
  expect(page.earlier).toEqual([{ revision: 1, status: 'superseded', total: usd(3160), issuedAt: expect.any(String) }]);
  expect((await pageOf(first.token)).changed?.comparison.since, 'looking again changes nothing').toBe(1);

  const mail = await client().getMail({ params: { id: (await client().listMails({ query: { orderId: id } })).items[0]?.id ?? '' } });
  const others = await pageOf(tokenOf(mail.text));
  expect([others.changed, others.earlier.length]).toEqual([null, 1]);

  expect(await client().compareRevisions({ params: { id, revision: 2 } })).toEqual(changed);
  expect(await client().compareRevisions({ params: { id, revision: 1 }, query: { since: 2 } })).toMatchObject({
    count: 1,
    changes: [{ from: '6', to: '4', difference: usd(-900) }],
  });
  expect(await client().compareRevisions({ params: { id, revision: 1 } })).toMatchObject({ since: 1, count: 0, changes: [], sums: [] });
});

test('lines that were put elsewhere, and a new heading, are told once to both sides; what they passed is not', async () => {
  const lines = [
    { sku: 'MUG', quantity: 4 },
    { sku: 'TEE-S', quantity: 1 },
    { sku: 'TEE-M', quantity: 2 },
  ];
  const { id, lines: placed } = await client().createOrder({ body: { customerId: shop.customerId, lines } });
  await readyToSubmit(app, id);
  const first = await inTheirHands(app, id);
  await client().changeLine({ params: { id, lineId: placed[2]?.id ?? '' }, body: { after: null } });
  await client().addLines({ params: { id }, body: { section: { name: 'Extras' }, after: placed[2]?.id ?? null } });
  await client().issueEstimate({ params: { id }, body: {} });
  const told = {
    count: 2,
    changes: [
      { kind: 'section_added', label: '“Extras”', from: null, to: '“Extras”', difference: null },
      { kind: 'line_moved', label: 'T-shirt · M', from: 'T-shirt · S', to: null, difference: null },
    ],
    sums: [],
  };
  expect(await client().compareRevisions({ params: { id, revision: 2 } })).toMatchObject(told);
  await client().copyEstimateLink({ params: { id, revision: 2 } });
  await vi.waitFor(async () => expect((await pageOf(first.token)).changed?.comparison).toMatchObject(told));
});

test('an older revision is read by both sides as it was; nothing of it can be decided', async () => {
  const id = await draft();
  const first = await inTheirHands(app, id);
  await setQuantity(id, 9);
  expect((await earlier(first.token, 2)).status, 'there is none yet').toBe(404);
  await client().issueEstimate({ params: { id }, body: {} });
  expect((await earlier(first.token, 2)).status, 'staff have it, nobody outside has').toBe(404);
  expect(await client().readRevision({ params: { id, revision: 2 } })).toMatchObject({
    revision: 2,
    status: 'open',
    mayDecide: true,
    lines: [{ quantity: 9 }],
  });
  await client().copyEstimateLink({ params: { id, revision: 2 } });

  const response = await earlier(first.token, 1);
  expect(await response.json()).toMatchObject({
    revision: 1,
    status: 'superseded',
    mayDecide: false,
    offer: null,
    lines: [{ quantity: 4 }],
    totals: { total: usd(3160) },
  });
  const staffs = await client().readRevision({ params: { id, revision: 1 } });
  expect([staffs.sha256, staffs.status, staffs.lines[0]?.quantity]).toEqual([first.page.sha256, 'superseded', 4]);
  const late = await answer(app, first, 'accept');
  expect([late.status, late.body.code]).toEqual([409, 'estimate.not_open']);

  expect((await client().drawDocument({ params: { id, revision: 1 } })).name).toMatch(/^Estimate \d+\.pdf$/);
  const viewer = await app.as('viewer');
  expect((await viewer.client.readRevision({ params: { id, revision: 1 } })).revision).toBe(1);
});

test('reading an older one is no view of the newest, and one changed byte of it shows', async () => {
  const id = await draft();
  const first = await inTheirHands(app, id);
  await setQuantity(id, 5);
  await client().issueEstimate({ params: { id }, body: {} });
  await client().copyEstimateLink({ params: { id, revision: 2 } });
  await earlier(first.token, 1);
  expect((await read(id)).estimate?.revisions.at(-1)?.viewCount).toBe(0);
  await behindOurBack(app, 'estimate_revisions', () =>
    sql`update estimate_revisions set content = replace(content, '"quantity":4', '"quantity":3') where order_id = ${id} and revision = 1`.execute(app.db),
  );
  expect((await earlier(first.token, 1)).status).toBe(500);
  expect((await app.owner.request('GET', `/api/v1/orders/${id}/estimates/1`)).status).toBe(500);
});

test('with its order an older revision is gone', async () => {
  const id = await draft();
  const { token } = await inTheirHands(app, id);
  await client().deleteOrder({ params: { id } });
  expect((await earlier(token, 1)).status).toBe(410);
  expect((await app.owner.request('GET', `/api/v1/orders/${id}/estimates/1`)).status).toBe(404);
  expect((await app.owner.request('GET', `/api/v1/orders/${id}/estimates/1/changes`)).status).toBe(404);
});
