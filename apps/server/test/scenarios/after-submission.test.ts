// What becomes of an order after it was submitted: it ships, in one or in parts, or is canceled; stock, discounts, history and the
// customer know of each.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anAddress, aPriceList, readyToSubmit } from '../support/a-ready-order.ts';
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
const read = (id: string) => client().getOrder({ params: { id } });

async function submitted(lines: readonly object[] = [{ sku: 'MUG', quantity: 10 }]) {
  const { id } = await client().createOrder({ body: { customerId: shop.customerId, lines: lines as never } });
  await readyToSubmit(app, id);
  return client().submitOrder({ params: { id }, body: {} });
}
const ship = (id: string, body: object = {}) => client().shipOrder({ params: { id }, body: body as never });
const cancel = (id: string, body: object = {}) => client().cancelOrder({ params: { id }, body: body as never });
const refusedOf = async (id: string, path: string, body: object = {}) => {
  const response = await app.owner.request('POST', `/api/v1/orders/${id}/${path}`, body);
  const { code, detail, errors } = (await response.json()) as { code: string; detail?: object; errors?: readonly { pointer: string }[] };
  return { status: response.status, code, detail, at: errors?.map(({ pointer }) => pointer) };
};
const track = (onHand: number) =>
  sql`
  with v as (update variants set tracks_stock = true where id = ${shop.variants.MUG} returning account_id, id)
  insert into stock_levels (account_id, variant_id, on_hand) select account_id, id, ${onHand} from v
  on conflict (account_id, variant_id) do update set on_hand = excluded.on_hand, reserved = 0`.execute(app.db);
const levels = async () =>
  app.db
    .selectFrom('stock_levels')
    .select(['on_hand', 'reserved'])
    .where('variant_id', '=', shop.variants.MUG ?? '')
    .executeTakeFirst();
const mails = async (id: string, template: string) => {
  const rows = (await client().listMails({ query: { orderId: id } })).items.filter((mail) => mail.template === template);
  return Promise.all(rows.map((row) => client().getMail({ params: { id: row.id } })));
};
const sentences = async (id: string) => (await client().getHistory({ params: { id }, query: {} })).items.map(({ sentence }) => sentence);

test('an order ships in two parts: each is told with its tracking and what is to come, stock leaves once, the state follows', async () => {
  await track(30);
  const { id, lines } = await submitted([
    { sku: 'MUG', quantity: 10 },
    { custom: { name: 'Sticker', unitPrice: '1', quantity: 2 } },
    { custom: { name: 'Artwork', unitPrice: '45', quantity: 1, ships: false } },
  ]);
  const [mug, sticker] = lines.map((line) => line.id);
  expect(await levels()).toEqual({ on_hand: 30, reserved: 10 });

  const tracking = { carrier: 'UPS', trackingNumber: '1Z999', trackingUrl: 'https://ups.example/1Z999' };
  const first = await ship(id, { lines: [{ lineId: mug, quantity: 4 }], ...tracking });
  expect(first).toMatchObject({
    stage: 'submitted',
    fulfilmentStatus: 'part_shipped',
    fulfilments: [{ kind: 'ship', ...tracking, voided: false, shippedOn: '2026-11-23', lines: [{ lineId: mug, quantity: 4 }] }],
    abilities: { ship: true },
  });
  expect(await levels()).toEqual({ on_hand: 26, reserved: 6 });
  const [told] = await mails(id, 'order_shipped');
  expect(told?.recipients).toEqual(['dana@acme.example']);
  for (const part of ['UPS 1Z999', 'https://ups.example/1Z999', '4 × Mug 11 oz', '8 more pieces are still to come.', '14 Pier Street'])
    expect(told?.text).toContain(part);
  expect(told?.html).toContain('https://ups.example/1Z999');

  const second = await ship(id);
  expect(second.fulfilmentStatus).toBe('shipped');
  expect(second.fulfilments[1]?.lines).toEqual([
    { lineId: mug, quantity: 6 },
    { lineId: sticker, quantity: 2 },
  ]);
  expect(await levels()).toEqual({ on_hand: 20, reserved: 0 });
  expect((await mails(id, 'order_shipped'))[0]?.text).toContain('That is all of your order.');
  expect((await sentences(id)).slice(0, 2)).toEqual(['Shipped 8 pieces, dana@acme.example told', 'Shipped 4 pieces, UPS 1Z999, dana@acme.example told']);
  expect(await refusedOf(id, 'ship')).toMatchObject({ status: 409, code: 'order.nothing_to_ship' });
  expect(await refusedOf(id, 'cancel')).toMatchObject({ status: 409, code: 'order.has_shipped' });
});

test('more than is open is refused with what is, and so is what belongs to no shipment; nothing is written', async () => {
  const order = await submitted();
  const lineId = order.lines[0]?.id ?? '';
  await ship(order.id, { lines: [{ lineId, quantity: 7 }], notify: false });
  expect(await refusedOf(order.id, 'ship', { lines: [{ lineId, quantity: 4 }] })).toMatchObject({
    status: 409,
    code: 'order.over_shipped',
    detail: { open: 3, quantity: 4 },
  });
  const missing = '0199aaaa-0000-7000-8000-00000000dead';
  expect(await refusedOf(order.id, 'ship', { shipmentId: missing })).toMatchObject({ status: 422, at: ['/shipmentId'] });
  expect(await refusedOf(order.id, 'ship', { lines: [{ lineId: missing, quantity: 1 }] })).toMatchObject({ code: 'order.over_shipped' });
  expect(await refusedOf(order.id, 'ship', { lines: [{ lineId, quantity: 1 }], trackingUrl: 'javascript:alert(1)' })).toMatchObject({
    status: 422,
    at: ['/trackingUrl'],
  });
  expect((await read(order.id)).fulfilments).toHaveLength(1);
  expect(await mails(order.id, 'order_shipped')).toEqual([]);
  const draft = await client().createOrder({ body: { customerId: shop.customerId, lines: [{ sku: 'MUG', quantity: 1 }] } });
  expect(await refusedOf(draft.id, 'ship')).toMatchObject({ status: 409, code: 'order.not_shippable' });
});

test('what did not leave after all is taken back, once; tracking that comes later is added', async () => {
  await track(30);
  const { id } = await submitted();
  const shipped = await ship(id, { notify: false });
  const fulfilmentId = shipped.fulfilments[0]?.id ?? '';
  const changed = await client().changeTracking({ params: { id, fulfilmentId }, body: { carrier: 'DHL', trackingNumber: '42' } });
  expect(changed.fulfilments[0]).toMatchObject({ carrier: 'DHL', trackingNumber: '42', trackingUrl: '' });
  const { version } = await client().changeTracking({ params: { id, fulfilmentId }, body: { carrier: 'DHL' } });
  expect(version).toBe(changed.version);

  const path = `fulfilments/${fulfilmentId}/void`;
  const answers = await Promise.all([1, 2, 3].map(() => app.owner.request('POST', `/api/v1/orders/${id}/${path}`, { reason: 'Wrong box' })));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 404, 404]);
  expect(await levels()).toEqual({ on_hand: 30, reserved: 10 });
  expect(await read(id)).toMatchObject({ fulfilmentStatus: 'unshipped', fulfilments: [{ voided: true }] });
  expect((await sentences(id)).slice(0, 2)).toEqual(['Shipping of 10 pieces taken back: “Wrong box”', 'Tracking from none to DHL 42']);
  expect(await refusedOf(id, path)).toMatchObject({ status: 404, code: 'fulfilment.not_found' });
  // It may be canceled again.
  expect(await cancel(id, { notify: false })).toMatchObject({ stage: 'canceled' });
  expect(await levels()).toEqual({ on_hand: 30, reserved: 0 });
});

test('of two shipments each has its own; which one is asked for', async () => {
  const { id, lines } = await client().createOrder({ body: { customerId: shop.customerId, lines: [{ sku: 'MUG', quantity: 10 }] } });
  const lineId = lines[0]?.id ?? '';
  await readyToSubmit(app, id);
  await client().setShipping({ params: { id }, body: { shipments: [4, 6].map((quantity) => ({ address: anAddress, lines: [{ lineId, quantity }] })) } });
  const rateId = (await client().listShippingZones({})).items[0]?.rates[0]?.id ?? null;
  for (const shipment of (await read(id)).shipping.shipments) await client().setShippingMethod({ params: { id }, body: { shipmentId: shipment.id, rateId } });
  const order = await client().submitOrder({ params: { id }, body: {} });
  const [north, south] = order.shipping.shipments.map((shipment) => shipment.id);
  expect(await refusedOf(id, 'ship')).toMatchObject({ status: 422, at: ['/shipmentId'] });
  expect(await refusedOf(id, 'ship', { shipmentId: north, lines: [{ lineId, quantity: 5 }] })).toMatchObject({
    code: 'order.over_shipped',
    detail: { open: 4 },
  });
  expect((await ship(id, { shipmentId: south })).fulfilments[0]?.lines).toEqual([{ lineId, quantity: 6 }]);
  expect((await ship(id, { shipmentId: north })).fulfilmentStatus).toBe('shipped');
});

test('canceling gives stock and the use of a discount back, once of many at once, and tells the customer why', async () => {
  await track(12);
  await client().createDiscount({
    body: { name: 'Once', code: 'ONCE', value: { kind: 'percentage', ppm: 100_000 }, reach: 'items', maxUses: 1 } as never,
  });
  const make = async () => {
    const { id } = await client().createOrder({ body: { customerId: shop.customerId, lines: [{ sku: 'MUG', quantity: 10 }] } });
    await client().setDiscounts({ params: { id }, body: { discounts: [], codes: ['ONCE'] } as never });
    await readyToSubmit(app, id);
    return id;
  };
  const id = await make();
  await client().submitOrder({ params: { id }, body: {} });
  expect(await levels()).toEqual({ on_hand: 12, reserved: 10 });

  const answers = await Promise.all(Array.from({ length: 20 }, () => app.owner.request('POST', `/api/v1/orders/${id}/cancel`, { reason: 'Ordered twice' })));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(answers.filter(({ status }) => status === 409)).toHaveLength(19);
  expect(await levels()).toEqual({ on_hand: 12, reserved: 0 });
  const told = await mails(id, 'order_canceled');
  expect(told).toHaveLength(1);
  for (const part of ['canceled', 'Ordered twice', 'PO-77']) expect(told[0]?.text).toContain(part);
  expect((await sentences(id))[0]).toBe('Canceled: “Ordered twice”, dana@acme.example told');
  const canceled = await read(id);
  expect(canceled).toMatchObject({ stage: 'canceled', abilities: { edit: false, cancel: false, ship: false } });
  expect(await refusedOf(id, 'ship')).toMatchObject({ code: 'order.not_shippable' });

  // Both are free for the next order; a canceled one that is deleted and restored takes neither.
  await client().deleteOrder({ params: { id } });
  await client().restoreOrder({ params: { id } });
  const next = await make();
  expect((await client().submitOrder({ params: { id: next }, body: {} })).totals.discount.amount).toBe(450);
  expect(await levels()).toEqual({ on_hand: 12, reserved: 10 });
});

test('of many who ship the last pieces at once, one does', async () => {
  await track(30);
  const { id, lines } = await submitted();
  const body = { lines: [{ lineId: lines[0]?.id, quantity: 6 }], notify: false };
  const answers = await Promise.all(Array.from({ length: 10 }, () => app.owner.request('POST', `/api/v1/orders/${id}/ship`, body)));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(await levels()).toEqual({ on_hand: 24, reserved: 4 });
});

test('deleting what has shipped in part gives back only what has not; restoring takes that again', async () => {
  await track(30);
  const { id, lines } = await submitted();
  await ship(id, { lines: [{ lineId: lines[0]?.id, quantity: 6 }], notify: false });
  await client().deleteOrder({ params: { id } });
  expect(await levels()).toEqual({ on_hand: 24, reserved: 0 });
  await client().restoreOrder({ params: { id } });
  expect(await levels()).toEqual({ on_hand: 24, reserved: 4 });
});

test('the listing tells and filters by what has shipped', async () => {
  const order = await submitted();
  await ship(order.id, { notify: false });
  const found = async (fulfilment: string) =>
    (await client().listOrders({ query: { stage: 'submitted', fulfilment, sort: '-submitted', limit: 200 } as never })).items;
  expect((await found('shipped')).map(({ id }) => id)).toContain(order.id);
  expect((await found('unshipped,part_shipped')).map(({ id }) => id)).not.toContain(order.id);
  for (const row of await found('shipped')) expect(row.fulfilmentStatus).toBe('shipped');
  expect((await app.owner.request('GET', '/api/v1/orders?fulfilment=lost')).status).toBe(422);
});

test('a pickup is ready, waits and is fetched: the customer is told where, and nobody says that it was shipped', async () => {
  await track(30);
  const { id, customer } = await client().createOrder({ body: { customerId: shop.customerId, lines: [{ sku: 'MUG', quantity: 10 }] } });
  const place = await client().createPickupPlace({ body: { name: 'Pier shop', address: anAddress, hours: 'Mon to Fri, 8 to 4' } });
  await readyToSubmit(app, id);
  await client().setShipping({ params: { id }, body: { shipments: [{ kind: 'pickup', pickupPlaceId: place.id }] } });
  await client().setBilling({ params: { id }, body: { sameAsShipping: false, address: anAddress } });
  const { lines } = await client().submitOrder({ params: { id }, body: {} });
  const lineId = lines[0]?.id ?? '';

  const ready = await ship(id, { lines: [{ lineId, quantity: 4 }] });
  expect(ready).toMatchObject({ fulfilmentStatus: 'part_shipped', pickupStatus: 'waiting', fulfilments: [{ kind: 'pickup', fetchedOn: null }] });
  expect(await levels()).toEqual({ on_hand: 26, reserved: 6 });
  const [told] = await mails(id, 'order_ready');
  expect(told?.subject).toContain('is ready for pickup');
  for (const part of ['ready for you at Pier shop', '14 Pier Street', 'Mon to Fri, 8 to 4', '4 × Mug 11 oz', '6 more pieces are still to come.'])
    expect(told?.text).toContain(part);

  const fulfilmentId = ready.fulfilments[0]?.id ?? '';
  const fetch = (fetchedOn: string | null) => client().changeTracking({ params: { id, fulfilmentId }, body: { fetchedOn } });
  expect(await fetch('2026-11-25')).toMatchObject({ pickupStatus: 'fetched', fulfilments: [{ fetchedOn: '2026-11-25', shippedOn: '2026-11-23' }] });
  const { version } = await read(id);
  expect((await fetch('2026-11-25')).version).toBe(version);
  expect(await fetch(null)).toMatchObject({ pickupStatus: 'waiting' });

  // The rest is handed over at the counter.
  expect(await ship(id, { fetched: true })).toMatchObject({
    fulfilmentStatus: 'shipped',
    pickupStatus: 'waiting',
    fulfilments: [{}, { fetchedOn: '2026-11-23' }],
  });
  expect((await mails(id, 'order_picked_up'))[0]?.text).toContain('6 × Mug 11 oz');
  expect(await mails(id, 'order_shipped')).toEqual([]);
  await fetch('2026-11-26');
  expect((await sentences(id)).slice(0, 5)).toEqual([
    'Picked up 4 pieces',
    'Picked up 6 pieces, dana@acme.example told',
    'Not picked up after all: 4 pieces',
    'Picked up 4 pieces',
    'Ready for pickup: 4 pieces, dana@acme.example told',
  ]);
  const [row] = (await client().listOrders({ query: { stage: 'submitted', customerId: customer?.id ?? '', sort: '-submitted' } })).items;
  expect(row).toMatchObject({ id, fulfilmentStatus: 'shipped', pickupStatus: 'fetched' });
});

test('what is shipped is never fetched', async () => {
  const { id } = await submitted();
  expect(await refusedOf(id, 'ship', { fetched: true })).toMatchObject({ status: 422, at: ['/fetched'] });
  const shipped = await ship(id, { notify: false });
  const path = `/api/v1/orders/${id}/fulfilments/${shipped.fulfilments[0]?.id}`;
  const answer = await app.owner.request('PATCH', path, { fetchedOn: '2026-11-25' });
  expect([answer.status, await answer.json()]).toMatchObject([422, { errors: [{ pointer: '/fetchedOn' }] }]);
  expect(await read(id)).toMatchObject({ pickupStatus: null, fulfilments: [{ fetchedOn: null }] });
});
