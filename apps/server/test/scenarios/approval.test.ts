// Where the account says so, what is ordered on the site waits until somebody on the desk lets it through or sends it back.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anAddress, aPriceList, readyToSubmit } from '../support/a-ready-order.ts';
import { aShop, type Shop } from '../support/a-shop.ts';
import { aVisitor } from '../support/a-visitor.ts';
import { createTestApp, type TestApp } from '../support/create-test-app.ts';

let app: TestApp;
let shop: Shop;
beforeAll(async () => {
  app = await createTestApp();
  shop = await aShop(app);
  await aPriceList(app);
  await app.owner.client.changeSettings({ body: { siteOrdersWait: true } });
  await sql`
    with v as (update variants set tracks_stock = true where id = ${shop.variants.MUG} returning account_id, id)
    insert into stock_levels (account_id, variant_id, on_hand) select account_id, id, 100 from v`.execute(app.db);
});
afterAll(() => app.close());

const desk = () => app.owner.client;
const read = (id: string) => desk().getOrder({ params: { id } });
const reserved = async () =>
  (
    await app.db
      .selectFrom('stock_levels')
      .select('reserved')
      .where('variant_id', '=', shop.variants.MUG ?? '')
      .executeTakeFirst()
  )?.reserved;
const charges = async (id: string) => (await app.db.selectFrom('order_charges').select('ordinal').where('order_id', '=', id).execute()).length;
const sentences = async (id: string) => (await desk().getHistory({ params: { id }, query: {} })).items.map(({ sentence }) => sentence);
async function mailed(id: string, template: string) {
  const [row, more] = (await desk().listMails({ query: { orderId: id } })).items.filter((mail) => mail.template === template);
  expect(more).toBeUndefined();
  return row && desk().getMail({ params: { id: row.id } });
}

/** A guest orders ten mugs. */
async function handedIn() {
  const guest = aVisitor(app);
  const { client } = guest;
  await client.addCartLines({ body: { lines: [{ variantId: shop.variants.MUG ?? '', quantity: 10 }] } });
  await client.setCartContact({ body: { name: 'Gil Est', email: 'gil@est.example', company: '' } });
  await client.setCartShipping({ body: { address: anAddress } });
  await client.setCartMethod({ body: { rateId: (await client.listCartRates({})).items[0]?.rateId ?? '' } });
  await client.setCartBilling({ body: { sameAsShipping: true } });
  await client.setCartPayment({ body: { method: 'purchase_order', poNumber: 'PO-9' } });
  return client.submitCart({ body: {} });
}

test('an order of the site waits, holds its stock, and is approved at the prices it was ordered at: once', async () => {
  const { id, stage, totals } = await handedIn();
  expect(stage).toBe('pending');
  expect(await reserved()).toBe(10);
  expect((await mailed(id, 'order_received'))?.text).toContain('it waits for approval');
  const waiting = await read(id);
  expect(waiting.abilities).toMatchObject({ approve: true, edit: false, cancel: false, ship: false, submit: false });
  expect((await sentences(id))[0]).toMatch(/^Submitted at .*, waits for approval$/);
  expect((await desk().listOrders({ query: { stage: 'pending' } })).items.map((row) => row.id)).toContain(id);

  const answers = await Promise.all(Array.from({ length: 10 }, () => app.owner.request('POST', `/api/v1/orders/${id}/approve`, {})));
  expect(answers.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(1);
  expect(answers.map(({ status }) => status).filter((status) => status === 409)).toHaveLength(9);
  const approved = await read(id);
  expect([approved.stage, approved.totals.total, approved.abilities.ship]).toEqual(['submitted', totals.total, true]);
  expect(await reserved()).toBe(10);
  const told = await mailed(id, 'order_approved');
  expect(told?.recipients).toEqual(['gil@est.example']);
  expect(told?.subject).toContain('is approved');
  expect((await sentences(id))[0]).toBe('Approved, gil@est.example told');
  await desk().cancelOrder({ params: { id }, body: { notify: false } });
  expect(await reserved()).toBe(0);
});

test('declined, it gives back what it held and says why; reopened and submitted on the desk it is an order under its number', async () => {
  const { id, number } = await handedIn();
  const declined = await desk().declineOrder({ params: { id }, body: { reason: 'Over your limit' } });
  expect(declined).toMatchObject({ stage: 'approval_declined', abilities: { approve: false, reopen: true } });
  expect(await reserved()).toBe(0);
  expect((await mailed(id, 'order_declined'))?.text).toContain('Over your limit');
  expect((await sentences(id))[0]).toBe('Declined: “Over your limit”, gil@est.example told');

  expect((await read(id)).ending).toMatchObject({ at: declined.updatedAt, by: 'Owner of main', reason: 'Over your limit', told: true });

  const draft = await desk().reopenOrder({ params: { id } });
  expect(draft).toMatchObject({ stage: 'draft', number, submittedAt: null, ending: null, abilities: { edit: true } });
  expect(await charges(id)).toBe(0);
  await readyToSubmit(app, id);
  const submitted = await desk().submitOrder({ params: { id }, body: {} });
  expect([submitted.stage, submitted.number]).toEqual(['submitted', number]);
  expect(await reserved()).toBe(10);
  expect(await charges(id)).toBeGreaterThan(0);
  await desk().cancelOrder({ params: { id }, body: { notify: false } });
});

test('of one who approves and one who declines at once, one does; stock says which', async () => {
  const { id } = await handedIn();
  const answers = await Promise.all(['approve', 'decline'].map((verb) => app.owner.request('POST', `/api/v1/orders/${id}/${verb}`, { notify: false })));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  const { stage } = await read(id);
  expect([stage, await reserved()]).toEqual(answers[0]?.status === 200 ? ['submitted', 10] : ['approval_declined', 0]);
  await desk().deleteOrder({ params: { id } });
  expect(await reserved()).toBe(0);
});

test('one that waits, deleted and restored, holds its stock again', async () => {
  const { id } = await handedIn();
  await desk().deleteOrder({ params: { id } });
  expect(await reserved()).toBe(0);
  await desk().restoreOrder({ params: { id } });
  expect(await reserved()).toBe(10);
  await desk().declineOrder({ params: { id }, body: { notify: false } });
});

test('what staff submit does not wait, nor what is ordered once the account no longer says so', async () => {
  const { id } = await desk().createOrder({ body: { customerId: shop.customerId, lines: [{ sku: 'MUG', quantity: 1 }] } });
  await readyToSubmit(app, id);
  expect((await desk().submitOrder({ params: { id }, body: {} })).stage).toBe('submitted');
  expect((await app.owner.request('POST', `/api/v1/orders/${id}/approve`, {})).status).toBe(409);
  await desk().changeSettings({ body: { siteOrdersWait: false } });
  expect((await handedIn()).stage).toBe('submitted');
});
