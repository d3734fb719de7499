import type { Order } from '@backdesk/contract/order/order.ts';
import { pricingInputOf } from '@backdesk/contract/order/pricing-input.ts';
import { priceOrder } from '@backdesk/domain/pricing/price-order.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aShop, type Shop } from '../support/a-shop.ts';
import type { TestApp } from '../support/create-test-app.ts';
import { createTestApp } from '../support/create-test-app.ts';

let app: TestApp;
let shop: Shop;
let ground = '';
beforeAll(async () => {
  app = await createTestApp();
  shop = await aShop(app);
  await client().createTaxRate({ body: { code: 'NY', name: 'Sales tax', ratePpm: 88_750, country: 'US', region: 'NY' } });
  await client().createTaxRate({ body: { code: 'NJ', name: 'Sales tax', ratePpm: 66_250, country: 'US', region: 'NJ', onShipping: true } });
  const tiers = [
    { upToGrams: 2_500, amount: 980 },
    { upToGrams: null, amount: 1_240 },
  ];
  const zone = await client().createShippingZone({
    body: {
      name: 'US',
      areas: [{ country: 'US' }],
      rates: [
        { name: 'Ground', terms: { kind: 'by_weight', tiers } },
        { name: 'Letter', terms: { kind: 'by_weight', tiers: [{ upToGrams: 100, amount: 150 }] } },
      ],
    },
  });
  ground = zone.rates[0]?.id ?? '';
});
afterAll(() => app.close());

const client = () => app.owner.client;
const newYork = { name: 'Dana Fox', line1: '1 Main St', city: 'Albany', region: 'NY', postcode: '12207', country: 'US' };
const aDraft = () => client().createOrder({ body: { customerId: shop.customerId, lines: [{ sku: 'MUG', quantity: 10 }] } });
const steps = (order: Pick<Order, 'checkout'>) => order.checkout.steps.map((step) => step.state);
const put = (id: string, what: string, body: unknown) => app.owner.request('PUT', `/api/v1/orders/${id}/${what}`, body);

async function readThrough(id: string) {
  const order = await client().getOrder({ params: { id } });
  const { totals } = priceOrder(pricingInputOf(order));
  expect([order.totals.items.amount, order.totals.shipping?.amount ?? null, order.totals.tax?.amount ?? null, order.totals.total.amount]).toEqual([
    totals.items,
    totals.shipping,
    totals.tax,
    totals.total,
  ]);
  return order;
}

test('through the four steps: what is unknown stays open, and at the end nothing is', async () => {
  const { id, totals } = await aDraft();
  // 10 × 4.50; the account’s own place is no region with a rate, so the guess is 0.
  expect(totals).toMatchObject({ items: { amount: 4500 }, shipping: null, tax: null, open: ['shipping', 'tax'] });
  expect((await app.owner.request('GET', `/api/v1/orders/${id}/shipping-rates`)).status).toBe(422);
  const addressed = await client().setShipping({ params: { id }, body: { address: newYork } });
  // 8.875 % of 45.00 is 3.99375.
  expect(addressed.totals).toMatchObject({ tax: { amount: 399 }, total: { amount: 4899 }, open: ['shipping'] });
  const { items } = await client().listShippingRates({ params: { id } });
  expect(items).toMatchObject([{ name: 'Ground', amount: { amount: 980 }, chosen: false }]);
  const shipped = await client().setShippingMethod({ params: { id }, body: { rateId: ground } });
  expect(shipped.totals).toMatchObject({ shipping: { amount: 980 }, total: { amount: 5879 }, open: [] });
  await client().setBilling({ params: { id }, body: { sameAsShipping: true } });
  const paid = await client().setPayment({ params: { id }, body: { method: 'purchase_order', poNumber: 'PO-7' } });
  expect(steps(paid)).toEqual(['done', 'done', 'done', 'done']);
  expect(paid.blockers).toEqual([]);
  await readThrough(id);
});

test('a heavier order makes the method stale and shipping unknown; the old quantity heals it, the new price is one key away', async () => {
  const { id, lines } = await aDraft();
  await client().setShipping({ params: { id }, body: { address: newYork } });
  await client().setShippingMethod({ params: { id }, body: { rateId: ground } });
  const change = (quantity: number) => client().changeLine({ params: { id, lineId: lines[0]?.id ?? '' }, body: { quantity } });
  const heavier = await change(20);
  expect(heavier.totals).toMatchObject({ shipping: null, open: ['shipping'] });
  expect(heavier.checkout.steps[1]).toMatchObject({ state: 'stale', offer: { rateId: ground, was: { amount: 980 }, now: { amount: 1240 } } });
  expect(heavier.checkout.steps[1]?.reasons).toContainEqual({ input: 'weight', was: 2000, now: 4000 });
  expect((await change(10)).totals).toMatchObject({ shipping: { amount: 980 }, open: [] });
  await change(20);
  const healed = await client().setShippingMethod({ params: { id }, body: { rateId: ground } });
  expect(healed.totals).toMatchObject({ shipping: { amount: 1240 }, open: [] });
  await readThrough(id);
});

test('two shipments are taxed each at its own place', async () => {
  const { id, lines } = await aDraft();
  const lineId = lines[0]?.id ?? '';
  const split = await client().setShipping({
    params: { id },
    body: {
      shipments: [
        { address: newYork, lines: [{ lineId, quantity: 4 }] },
        { address: { ...newYork, region: 'NJ' }, lines: [{ lineId, quantity: 6 }] },
      ],
    },
  });
  // 8.875 % of 18.00 is 1.5975, 6.625 % of 27.00 is 1.78875.
  expect(split.totals.tax?.amount).toBe(160 + 179);
  expect(split.shipping.shipments.map((shipment) => shipment.lines)).toEqual([[{ lineId, quantity: 4 }], [{ lineId, quantity: 6 }]]);
  await readThrough(id);
  const over = await put(id, 'shipping', { shipments: [{ lines: [{ lineId, quantity: 11 }] }] });
  expect(await over.json()).toMatchObject({ code: 'line.quantity_out_of_range', detail: { maximum: 10 } });
  const removed = await client().removeLine({ params: { id, lineId } });
  expect(removed.shipping.shipments.map((shipment) => shipment.lines)).toEqual([[], []]);
});

test('pieces that no shipment holds, or that it holds no more, stand against submitting until the split is mended', async () => {
  const { id, lines } = await aDraft();
  const lineId = lines[0]?.id ?? '';
  const split = (...quantities: readonly number[]) =>
    client().setShipping({ params: { id }, body: { shipments: quantities.map((quantity) => ({ address: newYork, lines: [{ lineId, quantity }] })) } });
  const differing = (order: { readonly blockers: readonly { readonly code: string; readonly detail?: object | undefined }[] }) =>
    order.blockers.filter(({ code }) => code === 'shipping.quantities_differ').map(({ detail }) => detail);

  const partly = await split(4);
  expect(differing(partly)).toEqual([{ ordered: 10, held: 4 }]);
  expect(partly.checkout.steps[0]?.state).toBe('stale');
  expect((await (await app.owner.request('POST', `/api/v1/orders/${id}/submit`, {})).json()).refusals).toContainEqual(
    expect.objectContaining({ code: 'shipping.quantities_differ', lineId, step: 'shipping' }),
  );
  expect(differing(await split(4, 6))).toEqual([]);
  expect(differing(await client().changeLine({ params: { id, lineId }, body: { quantity: 3 } }))).toEqual([{ ordered: 3, held: 10 }]);
  expect(differing(await client().changeLine({ params: { id, lineId }, body: { quantity: 10 } }))).toEqual([]);
  const more = await client().addLines({ params: { id }, body: { custom: { name: 'Box', unitPrice: '1' } } });
  expect(differing(more)).toEqual([{ ordered: 1, held: 0 }]);
});

test('a customer without tax pays none and the order says why; another customer is taxed and keeps lines and overrides', async () => {
  const exempt = await client().createCustomer({ body: { name: 'City school', taxExemption: 'Certificate 12-345' } });
  const { id, lines } = await client().createOrder({
    body: {
      customerId: exempt.id,
      lines: [
        { sku: 'MUG', quantity: 10 },
        { sku: 'TEE-S', quantity: 1 },
      ],
    },
  });
  await client().changeLine({ params: { id, lineId: lines[1]?.id ?? '' }, body: { override: { unitPrice: '8', reason: 'promised' } } });
  const addressed = await client().setShipping({ params: { id }, body: { address: newYork } });
  expect(addressed).toMatchObject({ exemption: 'Certificate 12-345', totals: { tax: { amount: 0 } } });
  const gold = await client().changeOrder({ params: { id }, body: { customerId: shop.goldCustomerId } });
  // Gold pays 4.00 for the mug.
  expect(gold).toMatchObject({ exemption: null, customer: { name: 'Golda Meyer' }, totals: { items: { amount: 4800 }, tax: { amount: 426 } } });
  expect(gold.changedLines.map((line) => line.explanation[0]?.label)).toContain('Gold');
  expect(steps(gold)[0]).toBe('stale');
  // The same address, said again for the new customer, heals the step and is in the history.
  const confirmed = await client().setShipping({ params: { id }, body: { address: newYork } });
  expect([steps(confirmed)[0], confirmed.version]).toEqual(['done', gold.version + 1]);
  expect((await client().setShipping({ params: { id }, body: { address: newYork } })).version).toBe(confirmed.version);
});

test('a split names each shipment and each line once', async () => {
  const { id, lines } = await aDraft();
  const held = [{ lineId: lines[0]?.id, quantity: 1 }];
  const shipmentId = lines[0]?.id;
  for (const shipments of [
    [{ lines: [...held, ...held] }],
    [
      { id: shipmentId, lines: held },
      { id: shipmentId, lines: held },
    ],
    [{ lines: held }, {}],
  ])
    expect(await (await put(id, 'shipping', { shipments })).json()).toMatchObject({ code: 'request.invalid' });
});

test('discounts given by hand: percentage and fixed, refused beyond what they are taken from', async () => {
  const { id } = await aDraft();
  const set = (discounts: unknown) => put(id, 'discounts', { discounts });
  const given = await set([{ label: 'Fair', value: { kind: 'percentage', ppm: 100_000 } }]);
  expect(await given.json()).toMatchObject({ totals: { items: { amount: 4500 }, discount: { amount: 450 }, total: { amount: 4050 } } });
  const beyond = await set([{ value: { kind: 'fixed', amount: { amount: 5000, currency: 'USD' } } }]);
  expect([beyond.status, await beyond.json()]).toMatchObject([422, { code: 'discount.exceeds_base' }]);
  expect((await set([{ value: { kind: 'fixed', amount: { amount: 100, currency: 'EUR' } } }])).status).toBe(422);
  const order = await readThrough(id);
  expect(order.discounts).toMatchObject([{ label: 'Fair', amount: { amount: 450 } }]);
});

test('an address is kept in the address book only when asked to, and only once', async () => {
  const { id } = await aDraft();
  const book = async () => (await client().getCustomer({ params: { id: shop.customerId } })).addresses.length;
  await client().setShipping({ params: { id }, body: { address: newYork } });
  expect(await book()).toBe(0);
  await client().setShipping({ params: { id }, body: { address: newYork, saveToCustomer: true } });
  await client().setShipping({ params: { id }, body: { address: newYork, saveToCustomer: true } });
  expect(await book()).toBe(1);
});

test('a country nobody ships to, a rate of somewhere else, and a payment the customer may not use are refused', async () => {
  const { id } = await aDraft();
  expect(await (await put(id, 'shipping', { address: { ...newYork, country: 'FR' } })).json()).toMatchObject({ code: 'shipping.country_not_served' });
  expect(await (await put(id, 'shipping-method', { rateId: ground })).json()).toMatchObject({ code: 'shipping.address_missing' });
  await client().setShipping({ params: { id }, body: { address: newYork } });
  expect(await (await put(id, 'shipping-method', { rateId: shop.customerId })).json()).toMatchObject({ code: 'shipping.method_not_serving' });
  const cash = await client().createCustomer({ body: { name: 'Cash only', openAccount: false } });
  const order = await client().createOrder({ body: { customerId: cash.id } });
  expect(await (await put(order.id, 'payment', { method: 'open_account' })).json()).toMatchObject({ code: 'payment.not_allowed' });
});
