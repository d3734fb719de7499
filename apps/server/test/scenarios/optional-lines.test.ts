// Optional lines and choose-one groups: shown with their price, in no total until they are chosen, settled before submission.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aPriceList, readyToSubmit } from '../support/a-ready-order.ts';
import { aShop, type Shop } from '../support/a-shop.ts';
import { answer, inTheirHands } from '../support/an-estimate.ts';
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

test('by its place in the history the choice of a group is undone whole: never two of it, never none where one was', async () => {
  const { id, one, full, change } = await aDraft();
  const chosen = async () => (await client().getOrder({ params: { id } })).lines.flatMap((line) => (line.choiceGroup !== null && line.chosen ? line.id : []));
  await change(one, { choiceGroup: 'Print', chosen: true });
  await change(full, { choiceGroup: 'Print' });
  for (const place of [0, 1]) {
    const { version } = await change(full, { chosen: true });
    expect(await chosen()).toEqual([full]);
    await client().undoChange({ params: { id }, body: { version, index: place } });
    expect(await chosen()).toEqual([one]);
    const { items } = await client().getHistory({ params: { id }, query: { limit: 9 } });
    expect(items.filter((entry) => entry.version === version).map(({ undone, undoable }) => [undone, undoable])).toEqual([
      [true, false],
      [true, false],
    ]);
  }
});

test('what is undone takes the choice from another of its group, and is told when somebody else made that choice', async () => {
  const { id, one, full, change } = await aDraft();
  const ana = await app.as('sales');
  const chosen = async () => (await client().getOrder({ params: { id } })).lines.flatMap((line) => (line.choiceGroup !== null && line.chosen ? line.id : []));
  await change(full, { choiceGroup: 'Print' });
  await change(one, { choiceGroup: 'Print', chosen: true });
  const { version } = await change(one, { chosen: false });
  await change(full, { chosen: true });
  await client().undoChange({ params: { id }, body: { version } });
  expect(await chosen()).toEqual([one]);

  const left = await change(one, { chosen: false });
  await ana.client.changeLine({ params: { id, lineId: full }, body: { chosen: true } });
  const late = await app.owner.request('POST', `/api/v1/orders/${id}/undo`, { version: left.version });
  expect(late.status).toBe(409);
  expect(await chosen()).toEqual([full]);

  // Brought back after another was chosen in its place.
  await change(one, { chosen: true });
  const gone = await client().removeLine({ params: { id, lineId: one } });
  await change(full, { chosen: true });
  await client().undoChange({ params: { id }, body: { version: gone.version } });
  expect(await chosen()).toEqual([full]);
});

test('what a customer chose can be undone like any change: whole, priced as frozen, and the order says that it is not what was accepted', async () => {
  const { id, mug, one, full, gift, change } = await aDraft();
  await change(mug, { quantityBounds: { minimum: 5, maximum: 50 } });
  await change(one, { choiceGroup: 'Print', chosen: true });
  await change(full, { choiceGroup: 'Print' });
  await change(gift, { optional: true });
  await readyToSubmit(app, id);
  const estimate = await inTheirHands(app, id);
  const offered = await client().getOrder({ params: { id } });
  const choices = [
    { lineId: mug, quantity: 20 },
    { lineId: one, chosen: false },
    { lineId: full, chosen: true },
    { lineId: gift, chosen: true },
  ];
  const moved = await answer(app, estimate, 'accept', { choices });
  const total = { amount: Number((moved.body as { refusals?: { detail: { totalAmount: number } }[] }).refusals?.[0]?.detail.totalAmount), currency: 'USD' };
  expect((await answer(app, estimate, 'accept', { choices, total })).status).toBe(200);
  const state = async () => {
    const { lines, totals } = await client().getOrder({ params: { id } });
    return { quantity: lines[0]?.quantity, chosen: lines.map((line) => line.chosen), total: totals.total.amount };
  };
  const accepted = { quantity: 20, chosen: [true, false, true, true], total: total.amount };
  expect(await state()).toEqual(accepted);
  const entries = (await client().getHistory({ params: { id }, query: { limit: 50 } })).items;
  const placeOf = (sentence: string) => {
    const { version = 0, index = 0 } = entries.find((entry) => entry.sentence === sentence) ?? {};
    return { version, index };
  };

  // The whole answer of a customer is no change that staff can take back.
  const yes = entries.find(({ type }) => type === 'estimate.accepted') ?? { version: 0, undoable: true };
  expect(yes.undoable).toBe(false);
  expect((await app.owner.request('POST', `/api/v1/orders/${id}/undo`, { version: yes.version })).status).toBe(422);
  expect(await state()).toEqual(accepted);

  await client().undoChange({ params: { id }, body: placeOf('Full colour chosen') });
  expect((await state()).chosen).toEqual([true, true, false, true]);
  await client().undoChange({ params: { id }, body: placeOf('Gift boxes chosen') });
  await client().undoChange({ params: { id }, body: placeOf('Quantity of MUG from 10 to 20') });
  // The method was chosen anew for 20 mugs: for 10 it wants another look, and its 12.00 stand in no total meanwhile.
  expect(await state()).toEqual({ quantity: 10, chosen: [true, true, false, false], total: offered.totals.total.amount - 1_200 });
  expect((await client().getOrder({ params: { id } })).totals.open).toEqual(['shipping']);
  const again = await app.owner.request('POST', `/api/v1/orders/${id}/undo`, { version: yes.version, index: placeOf('Full colour chosen').index });
  expect(again.status).toBe(409);

  const refused = await app.owner.request('POST', `/api/v1/orders/${id}/submit`, {});
  expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([409, 'order.differs_from_accepted']);
  await client().dropChanges({ params: { id, revision: 1 } });
  expect(await state()).toEqual(accepted);
  expect((await client().submitOrder({ params: { id }, body: { expectedTotal: total } })).totals.total).toEqual(total);
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
