import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { scopeTo } from '../../src/db/account-scope.ts';
import { findBrokenEvent } from '../../src/modules/order/queries/verify-history.ts';
import { aShop, type Shop } from '../support/a-shop.ts';
import type { Caller, TestApp } from '../support/create-test-app.ts';
import { createTestApp } from '../support/create-test-app.ts';

let app: TestApp;
let shop: Shop;
let ana: Caller;
beforeAll(async () => {
  app = await createTestApp();
  shop = await aShop(app);
  ana = await app.as('sales');
});
afterAll(() => app.close());

const client = () => app.owner.client;
const aDraft = () =>
  client().createOrder({ body: { customerId: shop.customerId, lines: [{ sku: 'MUG', quantity: 12 }, { custom: { name: 'Setup', unitPrice: '35' } }] } });
const history = async (id: string) => (await client().getHistory({ params: { id }, query: { limit: 200 } })).items;
const undo = (id: string, version: number, index = 0, who = app.owner) => who.request('POST', `/api/v1/orders/${id}/undo`, { version, index });

test('what happened reads in plain words, newest first, in pages', async () => {
  const { id, lines } = await aDraft();
  const [mug = '', setup = ''] = lines.map((line) => line.id);
  await client().changeLine({ params: { id, lineId: mug }, body: { quantity: 24, override: { unitPrice: '3.99', reason: 'Agreed' } } });
  await client().changeOrder({ params: { id }, body: { name: 'Fair', poNumber: 'PO-7' } });
  await client().removeLine({ params: { id, lineId: setup } });
  expect((await history(id)).map((entry) => entry.sentence)).toEqual([
    'Removed 1 × Setup',
    'PO number set to PO-7',
    'Name from empty to “Fair”',
    'Price of MUG set to $3.99 (was $4.50): Agreed',
    'Quantity of MUG from 12 to 24',
    'Added 1 × Setup',
    'Added 12 × MUG Mug 11 oz',
    'Started for Dana Fox',
  ]);
});

test('figures and days are written as the account writes them', async () => {
  const { id } = await aDraft();
  await client().addLines({ params: { id }, body: { lines: [{ custom: { name: 'Booth', unitPrice: '1234.5', quantity: 1000 } }] } });
  await client().changeOrder({ params: { id }, body: { dueOn: '2026-12-01' } });
  await client().issueEstimate({ params: { id }, body: { validUntil: '2026-12-23' } });
  const total = (await client().getOrder({ params: { id } })).totals.total.amount / 100;
  const money = (locale: string, currency = 'USD') => total.toLocaleString(locale, { style: 'currency', currency });
  const said = async () => (await history(id)).map(({ sentence }) => sentence);
  expect(await said()).toEqual(
    expect.arrayContaining([`Estimate r1 issued at ${money('en-US')}, valid until Dec 23, 2026`, 'Added 1,000 × Booth', 'Due on Dec 1, 2026']),
  );
  await client().changeSettings({ body: { locale: 'de-DE' } });
  expect(await said()).toEqual(
    expect.arrayContaining([`Estimate r1 issued at ${money('de-DE')}, valid until 23. Dez. 2026`, 'Added 1.000 × Booth', 'Due on 1. Dez. 2026']),
  );
  await client().changeSettings({ body: { locale: 'en-US' } });
});

test.each([
  ['quantity', { quantity: 99 }],
  ['override', { override: { unitPrice: '1.23', reason: 'why' } }],
  ['discount', { discount: { kind: 'percentage', ppm: 100_000 } }],
  ['noteCustomer', { noteCustomer: 'note' }],
  ['noteInternal', { noteInternal: 'note' }],
] as const)('a change of %s is undone, once', async (field, body) => {
  const { id, lines, totals } = await aDraft();
  const changed = await client().changeLine({ params: { id, lineId: lines[0]?.id ?? '' }, body });
  const undone = await undo(id, changed.version);
  expect(undone.status).toBe(200);
  const order = await client().getOrder({ params: { id } });
  expect(order.lines[0]?.[field]).toEqual(lines[0]?.[field]);
  expect(order.totals).toEqual(totals);
  expect((await undo(id, changed.version)).status).toBe(409);
  const [latest, before] = await history(id);
  expect(latest?.sentence).toBe(`Undid: ${before?.sentence}`);
  expect(before).toMatchObject({ undone: true, undoable: false });
});

test('a removed line comes back where it was, with all that was set on it; an added one goes', async () => {
  const { id, lines } = await aDraft();
  const lineId = lines[0]?.id ?? '';
  await client().changeLine({ params: { id, lineId }, body: { override: { unitPrice: '2', reason: 'fair' }, noteCustomer: 'blue' } });
  const removed = await client().removeLine({ params: { id, lineId } });
  const back = await undo(id, removed.version);
  expect(await back.json()).toMatchObject({
    changedLines: [{ id: lineId, override: { unitPrice: '2' }, noteCustomer: 'blue' }],
    lineOrder: lines.map((line) => line.id),
  });
  const added = await client().addLines({ params: { id }, body: { sku: 'TEE-S', quantity: 2 } });
  expect(await (await undo(id, added.version)).json()).toMatchObject({ removedLineIds: [added.changedLines[0]?.id] });
});

test('a move and the fields of the head are undone too', async () => {
  const { id, lines } = await aDraft();
  const [first = '', second = ''] = lines.map((line) => line.id);
  const moved = await client().changeLine({ params: { id, lineId: second }, body: { after: null } });
  expect(moved.lineOrder).toEqual([second, first]);
  await undo(id, moved.version);
  const named = await client().changeOrder({ params: { id }, body: { name: 'Fair', dueOn: '2026-12-24', noteInternal: 'hurry' } });
  for (const index of [0, 1, 2]) expect((await undo(id, named.version, index)).status).toBe(200);
  expect(await client().getOrder({ params: { id } })).toMatchObject({ name: '', dueOn: null, noteInternal: '', lines: [{ id: first }, { id: second }] });
});

test('all that one command did is undone as one: new lines go, raised ones fall back, and what others did to them stands in the way', async () => {
  const { id, lines, totals } = await aDraft();
  const post = (body: object) => app.owner.request('POST', `/api/v1/orders/${id}/undo`, body);
  const pasted = await client().addLines({
    params: { id },
    body: {
      lines: [
        { sku: 'MUG', quantity: 5 },
        { sku: 'TEE-S', quantity: 6 },
        { sku: 'TEE-M', quantity: 7 },
      ],
    },
  });
  const [, teeS] = pasted.changedLines;
  // One of them is undone by itself before: the rest follows.
  expect((await undo(id, pasted.version, 1)).status).toBe(200);
  expect((await post({ version: pasted.version })).status).toBe(200);
  expect(await client().getOrder({ params: { id } })).toMatchObject({ lines: lines.map(({ id: lineId, quantity }) => ({ id: lineId, quantity })), totals });
  expect((await post({ version: pasted.version })).status).toBe(409);
  const [latest] = await history(id);
  expect(latest?.sentence).toBe('Undid: Quantity of MUG from 12 to 17 and 1 more');
  expect(teeS?.sku).toBe('TEE-S');

  const again = await client().addLines({ params: { id }, body: { lines: [{ sku: 'TEE-S', quantity: 6 }, { sku: 'TEE-M' }] } });
  await ana.client.changeLine({ params: { id, lineId: again.changedLines[0]?.id ?? '' }, body: { quantity: 8 } });
  expect((await post({ version: again.version })).status).toBe(409);
  expect((await client().getOrder({ params: { id } })).lines).toHaveLength(4);
});

test('undoing what somebody else changed since is a conflict', async () => {
  const { id, lines } = await aDraft();
  const lineId = lines[0]?.id ?? '';
  const changed = await client().changeLine({ params: { id, lineId }, body: { quantity: 24 } });
  await ana.client.changeLine({ params: { id, lineId }, body: { quantity: 36 } });
  const refused = await undo(id, changed.version);
  expect(refused.status).toBe(409);
  expect(await refused.json()).toMatchObject({ code: 'order.conflict', conflicts: [{ pointer: '/quantity', value: 36 }] });
  expect((await undo(id, 99)).status).toBe(404);
  expect((await undo(id, 1)).status).toBe(422);
});

test('a list is not undone over what somebody else changed in one of its lines, whoever changed the others last', async () => {
  const ana = await app.as('sales');
  const { id } = await app.owner.client.createOrder({ body: { customerId: shop.customerId } });
  const added = await app.owner.client.addLines({
    params: { id },
    body: {
      lines: [
        { sku: 'MUG', quantity: 12 },
        { sku: 'TEE-M', quantity: 6 },
      ],
    },
  });
  const [mug = '', tee = ''] = added.changedLines.map((line) => line.id);
  await ana.client.changeLine({ params: { id, lineId: mug }, body: { quantity: 24 } });
  await app.owner.client.changeLine({ params: { id, lineId: tee }, body: { quantity: 7 } });
  const refused = await app.owner.request('POST', `/api/v1/orders/${id}/undo`, { version: added.version });
  expect([refused.status, ((await refused.json()) as { conflicts: unknown[] }).conflicts]).toEqual([
    409,
    [expect.objectContaining({ pointer: '/quantity', value: 24 })],
  ]);
  expect((await app.owner.client.getOrder({ params: { id } })).lines.map((line) => line.quantity)).toEqual([24, 7]);
});

test('the chain of events holds, and shows the one that was edited', async () => {
  const { id, lines } = await aDraft();
  await client().changeLine({ params: { id, lineId: lines[0]?.id ?? '' }, body: { quantity: 24, noteInternal: 'עברית 👕 <script>' } });
  const scope = scopeTo(app.accountId);
  expect(await findBrokenEvent(app.db, scope, id)).toBeNull();
  await sql`update events set data = jsonb_set(data, '{to}', '25') where subject_id = ${id} and type = 'line.quantity_changed'`.execute(app.db);
  expect(await findBrokenEvent(app.db, scope, id)).toEqual({ version: 2, index: 0 });
});
