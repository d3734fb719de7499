// The cart of a guest and of a customer: the same order as the desk's, changed as customers may.
import { ApiProblem } from '@backdesk/contract/client.ts';
import { afterAll, expect, test } from 'vitest';
import { anAddress, aPriceList } from '../support/a-ready-order.ts';
import { aShop } from '../support/a-shop.ts';
import { aSignedInCustomer, aVisitor, type Visitor } from '../support/a-visitor.ts';
import { createTestApp } from '../support/create-test-app.ts';

const app = await createTestApp();
afterAll(() => app.close());
const shop = await aShop(app);
await aPriceList(app);
const { client: desk } = app.owner;
const codeOf = (error: unknown) => (error instanceof ApiProblem ? error.problem.code : String(error));
const variant = (sku: string) => shop.variants[sku] ?? '';
const dana = await aSignedInCustomer(app, shop.customerId, 'dana@acme.example');
const golda = await (async () => {
  await desk.changeCustomer({ params: { id: shop.goldCustomerId }, body: { email: 'golda@gold.example' } });
  return aSignedInCustomer(app, shop.goldCustomerId, 'golda@gold.example');
})();

const add = ({ client }: Visitor, sku: string, quantity: number) => client.addCartLines({ body: { lines: [{ variantId: variant(sku), quantity }] } });

/** Goes through checkout to the last step. */
async function throughCheckout({ client }: Visitor) {
  await client.setCartShipping({ body: { address: anAddress } });
  const rates = await client.listCartRates({});
  await client.setCartMethod({ body: { rateId: rates.items[0]?.rateId ?? '' } });
  await client.setCartBilling({ body: { sameAsShipping: true } });
  return client.setCartPayment({ body: { method: 'purchase_order', poNumber: 'PO-9' } });
}

test('a guest fills a cart by a cookie, and nobody else sees it', async () => {
  const guest = aVisitor(app);
  expect(await guest.client.getCart({})).toEqual({ cart: null });
  expect(guest.cookies.size).toBe(0);
  await add(guest, 'TEE-M', 12);
  const { cart } = await add(guest, 'TEE-M', 12);
  // 24 tees: the break of 180.00 for 24 is reached by both together.
  expect([cart?.lines.length, cart?.lines[0]?.quantity, cart?.totals.items.amount, cart?.number]).toEqual([1, 24, 18_000, null]);
  expect(await aVisitor(app).client.getCart({})).toEqual({ cart: null });
  const [cookie = '', value = ''] = [...guest.cookies][0] ?? [];
  const forged = await app.fetch('/api/site/v1/cart', { headers: { cookie: `${cookie}=${value.slice(0, -2)}xx` } });
  expect(await forged.json()).toEqual({ cart: null });
});

test('two tabs that begin at once have one cart', async () => {
  const guest = aVisitor(app);
  await add(guest, 'MUG', 1);
  await Promise.all([add(dana, 'MUG', 1), add(dana, 'TEE-S', 2)]);
  const { cart } = await dana.client.getCart({});
  expect(cart?.lines.map(({ sku }) => sku).toSorted()).toEqual(['MUG', 'TEE-S']);
});

test('quantity rules hold, and a price sent by hand is no field', async () => {
  const { cart } = await add(dana, 'PEN', 100);
  const pen = cart?.lines.find(({ sku }) => sku === 'PEN');
  const params = { lineId: pen?.id ?? '' };
  expect(await dana.client.changeCartLine({ params, body: { quantity: 150 } }).catch(codeOf)).toBe('line.not_in_increment');
  expect(await dana.client.changeCartLine({ params, body: { quantity: 1100 } }).catch(codeOf)).toBe('line.over_maximum');
  expect((await dana.client.changeCartLine({ params, body: { quantity: 200 } })).cart?.lines.find(({ id }) => id === params.lineId)?.quantity).toBe(200);
  const byHand = await dana.request('PATCH', `/api/site/v1/cart/lines/${params.lineId}`, { override: { unitPrice: '0.01', reason: '' } });
  expect(byHand.status).toBe(422);
  await dana.client.removeCartLine({ params });
});

test('what was unpublished or sold out while in the cart is told at its line and keeps its place', async () => {
  const product = await desk.createProduct({
    body: { code: 'LAMP', name: 'Lamp', variants: [{ sku: 'LAMP', prices: [{ quantity: 1, extendedPrice: '20' }], stock: { tracked: true, onHand: 3 } }] },
  });
  const id = product.variants[0]?.id ?? '';
  const guest = aVisitor(app);
  await guest.client.addCartLines({ body: { lines: [{ variantId: id, quantity: 3 }] } });
  await desk.changeVariant({ params: { id }, body: { stock: { tracked: true, onHand: 1, backorder: false } } });
  const short = (await guest.client.getCart({})).cart;
  expect(short?.lines[0]?.blockers).toMatchObject([{ code: 'line.short_of_stock', detail: { available: 1, needed: 3 } }]);
  await desk.changeProduct({ params: { id: product.id }, body: { published: false } });
  const gone = (await guest.client.getCart({})).cart;
  expect([gone?.lines.length, gone?.lines[0]?.blockers.map(({ code }) => code)]).toEqual([1, ['line.product_unavailable']]);
});

test('a guest orders: told by mail, seen by staff, and never somebody else by typing an address', async () => {
  const guest = aVisitor(app);
  await add(guest, 'MUG', 2);
  await guest.client.setCartContact({ body: { name: 'Gil Est', email: 'dana@acme.example', company: 'Acme Ltd' } });
  const ready = await throughCheckout(guest);
  // No terms and no address book of the customer whose address it is.
  expect(ready.cart?.allowedPayments).toEqual(['purchase_order']);
  expect(ready.cart?.contact).toMatchObject({ name: 'Gil Est', email: 'dana@acme.example', company: 'Acme Ltd' });
  const wrong = { amount: 1, currency: 'USD' };
  expect(await guest.client.submitCart({ body: { expectedTotal: wrong } }).catch(codeOf)).toBe('order.moved');
  const order = await guest.client.submitCart({ body: ready.cart === null ? {} : { expectedTotal: ready.cart.totals.total } });
  expect([order.stage, typeof order.number]).toEqual(['submitted', 'number']);
  expect(await guest.client.getCart({})).toEqual({ cart: null });
  const seen = await desk.getOrder({ params: { id: order.id } });
  expect([seen.customer?.name, seen.customer?.id === shop.customerId, seen.totals.total]).toEqual(['Gil Est', false, order.totals.total]);
  expect((await desk.listOrders({ query: { stage: 'submitted' } })).items.map(({ id }) => id)).toContain(order.id);
  await app.runJobs();
  const mails = await desk.listMails({ query: { orderId: order.id } });
  expect(mails.items.map(({ recipients }) => recipients)).toEqual([['dana@acme.example']]);
});

test('a customer orders with the very steps of the desk, and cannot without them', async () => {
  await add(golda, 'MUG', 10);
  expect(await golda.client.submitCart({ body: {} }).catch(codeOf)).toBe('order.not_submittable');
  const ready = await throughCheckout(golda);
  expect(ready.cart?.checkout.steps.map(({ name, state }) => `${name} ${state}`)).toEqual([
    'shipping done',
    'shipping-method done',
    'billing done',
    'finalize done',
  ]);
  // 10 mugs at Gold's 4.00, ground 12.00, New York's 8.875 % of 40.00 is 3.55.
  expect(ready.cart?.totals).toMatchObject({ items: { amount: 4000 }, shipping: { amount: 1200 }, tax: { amount: 355 }, total: { amount: 5555 } });
  const order = await golda.client.submitCart({ body: {} });
  expect(order.payment).toEqual({ method: 'purchase_order', poNumber: 'PO-9' });
  expect((await golda.client.listSiteOrders({})).items.map(({ id }) => id)).toEqual([order.id]);
  const again = await golda.client.repeatSiteOrder({ params: { id: order.id } });
  expect(again.cart.lines.map(({ sku, quantity }) => `${quantity} ${sku}`)).toEqual(['10 MUG']);
});

test('what was ordered is listed and repeated in every stage that it can be in', async () => {
  await desk.changeSettings({ body: { siteOrdersWait: true } });
  const order = async () => {
    await add(golda, 'MUG', 10);
    await throughCheckout(golda);
    return (await golda.client.submitCart({ body: {} })).id;
  };
  /** Its stage in the list, and what a repeat puts into an empty cart. */
  const repeated = async (id: string) => {
    const { cart } = await golda.client.repeatSiteOrder({ params: { id } });
    for (const { id: lineId } of cart.lines) await golda.client.removeCartLine({ params: { lineId } });
    const row = (await golda.client.listSiteOrders({})).items.find((item) => item.id === id);
    return [row?.stage, (await golda.client.getSiteOrder({ params: { id } })).stage, cart.lines.map(({ sku, quantity }) => `${quantity} ${sku}`)];
  };
  for (const { id: lineId } of (await golda.client.getCart({})).cart?.lines ?? []) await golda.client.removeCartLine({ params: { lineId } });
  const [first, second] = [await order(), await order()];
  const mugs = ['10 MUG'];
  expect(await repeated(first)).toEqual(['pending', 'pending', mugs]);
  await desk.declineOrder({ params: { id: first }, body: { reason: 'For us only', notify: false } });
  expect((await golda.client.getSiteOrder({ params: { id: first } })).ending).toMatchObject({ told: '' });
  expect(await repeated(first)).toEqual(['approval_declined', 'approval_declined', mugs]);
  await desk.approveOrder({ params: { id: second }, body: { notify: false } });
  expect(await repeated(second)).toEqual(['submitted', 'submitted', mugs]);
  await desk.cancelOrder({ params: { id: second }, body: { notify: false } });
  expect(await repeated(second)).toEqual(['canceled', 'canceled', mugs]);
  await desk.changeSettings({ body: { siteOrdersWait: false } });
});

test('checkout by sign-in only: a guest fills a cart and gets no further', async () => {
  await desk.changeSettings({ body: { siteSignIn: 'checkout' } });
  const guest = aVisitor(app);
  await add(guest, 'MUG', 1);
  expect(await guest.client.setCartShipping({ body: { address: anAddress } }).catch(codeOf)).toBe('request.unauthenticated');
  expect(await guest.client.submitCart({ body: {} }).catch(codeOf)).toBe('request.unauthenticated');
  await desk.changeSettings({ body: { siteSignIn: 'optional' } });
});

test('a field that staff keep is not there; one that everybody must fill in is asked', async () => {
  await desk.createOrderField({ body: { code: 'margin_note', label: 'Margin note', type: 'text' } });
  await desk.createOrderField({ body: { code: 'event_name', label: 'Event', type: 'text', shownOnOrders: true } });
  const asked = await golda.client.listSiteOrderFields({});
  expect(asked.items.map(({ code }) => code)).toContain('event_name');
  expect(asked.items.map(({ code }) => code)).not.toContain('margin_note');
  expect(await golda.client.changeCart({ body: { fields: { margin_note: 'x' } } }).catch(codeOf)).toBe('request.invalid');
  expect((await golda.client.changeCart({ body: { fields: { event_name: 'Fair' } } })).cart?.fields).toEqual({ event_name: 'Fair' });
});
