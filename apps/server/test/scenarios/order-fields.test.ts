import { ApiProblem } from '@backdesk/contract/client.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aPriceList, readyToSubmit } from '../support/a-ready-order.ts';
import { aShop } from '../support/a-shop.ts';
import { createTestApp, type TestApp } from '../support/create-test-app.ts';

let app: TestApp;
let customerId: string;
beforeAll(async () => {
  app = await createTestApp();
  ({ customerId } = await aShop(app));
  await aPriceList(app);
  await client().createOrderField({ body: { code: 'hands', label: 'In-hands date', type: 'text', required: true, shownOnOrders: true } });
  await client().createOrderField({ body: { code: 'rush', label: 'Rush', type: 'checkbox' } });
  await client().createOrderField({ body: { code: 'via', label: 'Came by', type: 'select', options: ['Phone', 'Mail'] } });
});
afterAll(() => app.close());
const client = () => app.owner.client;

async function aReadyOrder(): Promise<string> {
  const { id } = await client().createOrder({ body: { customerId, lines: [{ sku: 'MUG', quantity: 2 }] } });
  await readyToSubmit(app, id);
  return id;
}
const order = (id: string) => client().getOrder({ params: { id } });
const set = (id: string, body: Parameters<TestApp['owner']['client']['changeOrder']>[0]['body']) => client().changeOrder({ params: { id }, body });
async function problemOf(promise: Promise<unknown>) {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ApiProblem)) throw new Error('It was not refused.', { cause: error });
  return error.problem;
}
const missing = { code: 'fields.missing', pointer: '/fields/hands', step: 'finalize', detail: { label: 'In-hands date' } };

test('a required field blocks Submit, here and by the API, until it is filled in', async () => {
  const id = await aReadyOrder();
  const before = await order(id);
  expect(before.blockers).toEqual([missing]);
  expect(before.checkout.steps.at(3)).toMatchObject({ name: 'finalize', state: 'empty', refusals: [missing] });
  const refused = await problemOf(client().submitOrder({ params: { id }, body: { expectedTotal: before.totals.total } }));
  expect(refused).toMatchObject({ code: 'order.not_submittable', status: 422, refusals: [missing] });

  const after = await set(id, { fields: { hands: ' 12 Dec ', rush: true } });
  expect(after).toMatchObject({ fields: { hands: '12 Dec', rush: true }, blockers: [] });
  expect(after.checkout.steps.at(3)).toMatchObject({ state: 'done' });
  expect(await client().submitOrder({ params: { id }, body: { expectedTotal: before.totals.total } })).toMatchObject({ stage: 'submitted' });
});

test('a bad value is refused by its pointer, and the PO number is not one of them', async () => {
  const id = await aReadyOrder();
  const { errors } = await problemOf(set(id, { fields: { rush: 'yes', via: 'Fax', nothing: 'x' } }));
  expect(errors?.map(({ pointer }) => pointer)).toEqual(['/fields/rush', '/fields/via', '/fields/nothing']);
  expect((await problemOf(set(id, { fields: { po_number: 'PO-7' } }))).errors).toMatchObject([{ pointer: '/fields/po_number' }]);
});

test('two people set different fields and both stay; the same one is a conflict with what stands there', async () => {
  const id = await aReadyOrder();
  const { version } = await order(id);
  const sales = await app.as('sales');
  await set(id, { basedOn: version, fields: { hands: 'Monday' } });
  expect(await sales.client.changeOrder({ params: { id }, body: { basedOn: version, fields: { via: 'Phone' } } })).toMatchObject({
    fields: { hands: 'Monday', via: 'Phone' },
  });
  const conflict = await problemOf(sales.client.changeOrder({ params: { id }, body: { basedOn: version, fields: { hands: 'Friday' } } }));
  expect(conflict).toMatchObject({ code: 'order.conflict', conflicts: [{ pointer: '/fields/hands', value: 'Monday' }] });
});

test('history says it in plain words, and undoes it field by field', async () => {
  const id = await aReadyOrder();
  await set(id, { fields: { hands: 'Monday', rush: true } });
  const { items } = await client().getHistory({ params: { id } });
  const monday = items.find(({ sentence }) => sentence === 'In-hands date from empty to “Monday”');
  expect(items.map(({ sentence }) => sentence)).toContain('Rush from empty to yes');
  await client().undoChange({ params: { id }, body: { version: monday?.version ?? 0, index: monday?.index ?? 0 } });
  expect((await order(id)).fields).toEqual({ rush: true });
});

test('after submission fields can still be set, but not emptied where required, and nothing else moves', async () => {
  const id = await aReadyOrder();
  await set(id, { fields: { hands: 'Monday' } });
  const { totals } = await order(id);
  await client().submitOrder({ params: { id }, body: { expectedTotal: totals.total } });
  expect(await set(id, { fields: { hands: 'Friday', rush: true }, poNumber: 'PO-99' })).toMatchObject({
    stage: 'submitted',
    fields: { hands: 'Friday', rush: true },
    poNumber: 'PO-99',
    totals,
    abilities: { edit: false, setFields: true },
  });
  expect((await problemOf(set(id, { fields: { hands: null } }))).errors).toMatchObject([{ pointer: '/fields/hands' }]);
  expect((await problemOf(set(id, { poNumber: '' }))).errors).toMatchObject([{ pointer: '/poNumber' }]);
  expect((await problemOf(set(id, { name: 'Other' }))).code).toBe('order.not_editable');
  const viewer = await app.as('viewer');
  expect((await problemOf(viewer.client.changeOrder({ params: { id }, body: { fields: { rush: false } } }))).code).toBe('request.forbidden');
});

test('the PO number is one: paid by, patched and shown the same, and a purchase order needs one', async () => {
  const id = await aReadyOrder();
  await client().setPayment({ params: { id }, body: { method: 'purchase_order', poNumber: 'PO-1' } });
  expect(await order(id)).toMatchObject({ poNumber: 'PO-1', payment: { method: 'purchase_order', poNumber: 'PO-1' } });
  expect(await set(id, { poNumber: 'PO-2' })).toMatchObject({ poNumber: 'PO-2', payment: { poNumber: 'PO-2' } });
  expect((await set(id, { poNumber: '', fields: { hands: 'x' } })).blockers).toMatchObject([
    { code: 'payment.missing', pointer: '/poNumber', step: 'billing' },
  ]);
  const { items } = await client().getHistory({ params: { id } });
  expect(items.map(({ sentence }) => sentence)).toEqual(expect.arrayContaining(['PO number set to PO-2', 'PO number removed']));
});

test('PO Number switched on and required blocks by /poNumber', async () => {
  const id = await aReadyOrder();
  await client().setPayment({ params: { id }, body: { method: 'open_account' } });
  await set(id, { poNumber: '', fields: { hands: 'x' } });
  const po = (await client().listOrderFields({})).items.find(({ builtIn }) => builtIn);
  await client().changeOrderField({ params: { id: po?.id ?? '' }, body: { active: true, required: true } });
  expect((await order(id)).blockers).toMatchObject([{ code: 'fields.missing', pointer: '/poNumber', detail: { label: 'PO Number' } }]);
  await client().changeOrderField({ params: { id: po?.id ?? '' }, body: { active: false } });
  expect((await order(id)).blockers).toEqual([]);
});

test('an estimate freezes what the definition shows to the customer, and keeps it', async () => {
  const id = await aReadyOrder();
  await set(id, { fields: { hands: 'Monday', rush: true } });
  const { items } = await client().listOrderFields({});
  await client().issueEstimate({ params: { id }, body: {} });
  const hands = items.find(({ code }) => code === 'hands');
  await client().changeOrderField({ params: { id: hands?.id ?? '' }, body: { label: 'Needed by' } });
  await set(id, { fields: { hands: 'Friday' } });
  const { url } = await client().copyEstimateLink({ params: { id, revision: 1 } });
  const page = await app.anonymous.request('GET', `/api/estimates/v1/${url.split('/e/')[1] ?? ''}`);
  expect(((await page.json()) as { fields: unknown }).fields).toEqual([{ code: 'hands', label: 'In-hands date', type: 'text', value: 'Monday' }]);
});
