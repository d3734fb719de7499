// Optional lines and choose-one groups: shown with their price, in no total until they are chosen, settled before submission.
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

const client = () => app.owner.client;

async function aDraft() {
  const custom = (name: string, unitPrice: string) => ({ custom: { name, unitPrice, ships: false } });
  const order = await client().createOrder({
    body: {
      customerId: shop.customerId,
      lines: [{ sku: 'MUG', quantity: 10 }, custom('One colour', '30'), custom('Full colour', '80'), custom('Gift boxes', '12')],
    },
  });
  const [mug = '', one = '', full = '', gift = ''] = order.lines.map((line) => line.id);
  const change = (lineId: string, body: object) => client().changeLine({ params: { id: order.id, lineId }, body });
  return { id: order.id, items: order.totals.items.amount, mug, one, full, gift, change };
}

test('an optional line leaves the total, and comes back when it is chosen', async () => {
  const { items, gift, change } = await aDraft();
  const left = await change(gift, { optional: true });
  // Without 12.00 for the boxes.
  expect(left.totals.items.amount).toBe(items - 1_200);
  expect(left.changedLines).toMatchObject([{ id: gift, optional: true, chosen: false, total: { amount: 1_200 } }]);
  expect((await change(gift, { chosen: true })).totals.items.amount).toBe(items);
  expect((await change(gift, { optional: false })).changedLines).toMatchObject([{ optional: false, chosen: true, choiceGroup: null }]);
});

test('of a group one is chosen; until then it cannot be submitted, and the choice of one is undone as one', async () => {
  const { id, items, one, full, change } = await aDraft();
  await change(one, { choiceGroup: 'Print' });
  const open = await change(full, { choiceGroup: 'Print' });
  expect(open.totals.items.amount).toBe(items - 3_000 - 8_000);
  expect(open.blockers).toContainEqual({ code: 'line.choice_open', lineId: one, pointer: '/lines/1/chosen', detail: { group: 'Print' } });
  const first = await change(one, { chosen: true });
  expect(first.blockers.map(({ code }) => code)).not.toContain('line.choice_open');
  const second = await change(full, { chosen: true });
  expect(second.totals.items.amount).toBe(items - 3_000);
  expect(second.changedLines.map((line) => [line.id, line.chosen])).toEqual([
    [one, false],
    [full, true],
  ]);
  const back = await app.owner.request('POST', `/api/v1/orders/${id}/undo`, { version: second.version });
  expect(back.status).toBe(200);
  expect((await client().getOrder({ params: { id } })).lines.map(({ chosen }) => chosen)).toEqual([true, true, false, true]);
  const { items: sentences } = await client().getHistory({ params: { id }, query: { limit: 3 } });
  expect(sentences[0]?.sentence).toBe('Undid: One colour left out and 1 more');
});

test('an estimate says what is optional and what is one to choose; submitting leaves out what was not chosen', async () => {
  const { id, mug, one, full, gift, change } = await aDraft();
  await change(one, { choiceGroup: 'Print', chosen: true });
  await change(full, { choiceGroup: 'Print' });
  await change(gift, { optional: true });
  const { revision } = await client().issueEstimate({ params: { id }, body: {} });
  const { url } = await client().copyEstimateLink({ params: { id, revision } });
  const page = (await (await app.fetch(`/api/estimates/v1/${url.split('/').at(-1)}`)).json()) as { lines: unknown[] };
  expect(page.lines).toMatchObject([
    { optional: false, choiceGroup: null },
    { optional: true, chosen: true, choiceGroup: 'Print' },
    { optional: true, chosen: false, choiceGroup: 'Print' },
    { optional: true, chosen: false, choiceGroup: null },
  ]);
  const { blockers } = await client().getOrder({ params: { id } });
  expect(blockers.map(({ code }) => code).filter((code) => code.startsWith('line.'))).toEqual([]);

  await readyToSubmit(app, id);
  const { totals } = await client().getOrder({ params: { id } });
  const submitted = await client().submitOrder({ params: { id }, body: { expectedTotal: totals.total } });
  expect([submitted.stage, submitted.totals.total, submitted.lines.map(({ chosen }) => chosen)]).toEqual([
    'submitted',
    totals.total,
    [true, true, false, false],
  ]);
  const charged = await app.db.selectFrom('order_charges').select(['line_id', 'amount']).where('order_id', '=', id).where('kind', '=', 'line').execute();
  expect(new Set(charged.map((charge) => charge.line_id))).toEqual(new Set([mug, one]));
});

test('two people at one choice: the later one on an old version is told', async () => {
  const { id, gift, change } = await aDraft();
  const ana = await app.as('sales');
  const { version } = await change(gift, { optional: true });
  await ana.client.changeLine({ params: { id, lineId: gift }, body: { chosen: true } });
  const late = await app.owner.request('PATCH', `/api/v1/orders/${id}/lines/${gift}`, { basedOn: version, chosen: false });
  expect(late.status).toBe(409);
});
