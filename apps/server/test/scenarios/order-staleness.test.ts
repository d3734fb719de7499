// The table of `domain/order/staleness.test.ts` over HTTP: what the API can change while a checkout stands, what it makes of
// each step, and that undoing heals.
import type { Order } from '@backdesk/contract/order/order.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aShop, type Shop } from '../support/a-shop.ts';
import type { TestApp } from '../support/create-test-app.ts';
import { createTestApp } from '../support/create-test-app.ts';

let app: TestApp;
let shop: Shop;
beforeAll(async () => {
  app = await createTestApp();
  shop = await aShop(app);
});
afterAll(() => app.close());

const client = () => app.owner.client;
const newYork = { name: 'Dana Fox', line1: '1 Main St', city: 'Albany', region: 'NY', postcode: '12207', country: 'US' };
/** 9.80 up to 2.5 kg, 12.40 above. */
const ground = {
  name: 'Ground',
  terms: {
    kind: 'by_weight' as const,
    tiers: [
      { upToGrams: 2_500, amount: 980 },
      { upToGrams: null, amount: 1_240 },
    ],
  },
};

type Standing = { readonly id: string; readonly lineId: string; readonly customerId: string; readonly zoneId: string; readonly rateId: string };

/** 10 mugs of 200 g through all four steps, for a customer and by a zone of its own. */
async function aStandingCheckout(): Promise<Standing> {
  for (const zone of (await client().listShippingZones({})).items) await client().deleteShippingZone({ params: { id: zone.id } });
  const zone = await client().createShippingZone({ body: { name: 'North America', areas: [{ country: 'US' }, { country: 'CA' }], rates: [ground] } });
  const rateId = zone.rates[0]?.id ?? '';
  const customer = await client().createCustomer({ body: { name: 'Dana Fox', openAccount: true } });
  const { id, lines } = await client().createOrder({ body: { customerId: customer.id, lines: [{ sku: 'MUG', quantity: 10 }] } });
  await client().setShipping({ params: { id }, body: { address: newYork } });
  await client().setShippingMethod({ params: { id }, body: { rateId } });
  await client().setBilling({ params: { id }, body: { sameAsShipping: true } });
  await client().setPayment({ params: { id }, body: { method: 'open_account' } });
  return { id, lineId: lines[0]?.id ?? '', customerId: customer.id, zoneId: zone.id, rateId };
}

const read = (id: string) => client().getOrder({ params: { id } });
const states = ({ checkout }: Pick<Order, 'checkout'>) => checkout.steps.map(({ state }) => state).join(' ');

const standing = 'done done done done';
const methodStale = 'done stale done empty';

type Row = {
  readonly change: string;
  readonly make: (at: Standing) => Promise<unknown>;
  readonly become: string;
  /** What the API can do to take it back; missing: it cannot be undone by a request of its own. */
  readonly undo?: (at: Standing) => Promise<unknown>;
  /** The input named first, with both values. */
  readonly because?: { readonly input: string; readonly was?: unknown; readonly now?: unknown };
  readonly shipping?: number | null;
};

const setQuantity = (quantity: number) => (at: Standing) => client().changeLine({ params: at_(at), body: { quantity } });
const at_ = ({ id, lineId }: Standing) => ({ id, lineId });
const moveTo =
  (change: object) =>
  ({ id }: Standing) =>
    client().setShipping({ params: { id }, body: { address: { ...newYork, ...change } } });
const withRates =
  (rates: readonly (typeof ground)[]) =>
  async ({ zoneId, rateId }: Standing) => {
    await client().changeShippingZone({
      params: { id: zoneId },
      body: { rates: rates.map((rate, index) => ({ ...(index === 0 && { id: rateId }), ...rate })) },
    });
    await app.runJobs();
  };
const weigh = (grams: number) => async () => {
  await client().changeVariant({ params: { id: shop.variants.MUG ?? '' }, body: { weightGrams: grams } });
  await app.runJobs();
};
const lastLine = async ({ id }: Standing) => (await read(id)).lines.at(-1)?.id ?? '';
const allow =
  (openAccount: boolean) =>
  ({ customerId }: Standing) =>
    client().changeCustomer({ params: { id: customerId }, body: { openAccount } });

const rows: readonly Row[] = [
  {
    change: 'customer',
    make: ({ id }) => client().changeOrder({ params: { id }, body: { customerId: shop.goldCustomerId } }),
    become: 'stale done stale empty',
    undo: ({ id, customerId }) => client().changeOrder({ params: { id }, body: { customerId } }),
  },
  {
    change: 'country',
    make: moveTo({ city: 'Ottawa', region: 'ON', postcode: 'K1A 0B1', country: 'CA' }),
    become: methodStale,
    undo: moveTo({}),
    because: { input: 'destination' },
    shipping: null,
  },
  { change: 'region', make: moveTo({ region: 'NJ' }), become: methodStale, undo: moveTo({}), because: { input: 'destination' }, shipping: null },
  { change: 'postcode', make: moveTo({ postcode: '10001' }), become: methodStale, undo: moveTo({}), because: { input: 'destination' }, shipping: null },
  { change: 'street', make: moveTo({ line1: '2 Main St' }), become: methodStale, undo: moveTo({}), because: { input: 'destination' }, shipping: null },
  { change: 'name at the address', make: moveTo({ name: 'Lee' }), become: standing, undo: moveTo({}), shipping: 980 },
  {
    change: 'quantity up',
    make: setQuantity(20),
    become: methodStale,
    undo: setQuantity(10),
    because: { input: 'weight', was: 2_000, now: 4_000 },
    shipping: null,
  },
  {
    change: 'quantity down',
    make: setQuantity(3),
    become: methodStale,
    undo: setQuantity(10),
    because: { input: 'weight', was: 2_000, now: 600 },
    shipping: null,
  },
  {
    change: 'shipping line added',
    make: ({ id }) => client().addLines({ params: { id }, body: { sku: 'TEE-S', quantity: 1 } }),
    become: methodStale,
    undo: async (at) => client().removeLine({ params: { id: at.id, lineId: await lastLine(at) } }),
    because: { input: 'weight', was: 2_000, now: 2_200 },
    shipping: null,
  },
  {
    change: 'line added that does not ship',
    make: ({ id }) => client().addLines({ params: { id }, body: { custom: { name: 'Artwork', unitPrice: '45', quantity: 1, ships: false } } }),
    become: standing,
    undo: async (at) => client().removeLine({ params: { id: at.id, lineId: await lastLine(at) } }),
    shipping: 980,
  },
  {
    change: 'last shipping line removed',
    make: (at) => client().removeLine({ params: at_(at) }),
    become: 'not_needed not_needed done done',
    undo: async ({ id }) => client().undoChange({ params: { id }, body: { version: (await read(id)).version, index: 0 } }),
  },
  {
    change: 'weight in the catalogue',
    make: weigh(300),
    become: methodStale,
    undo: weigh(200),
    because: { input: 'weight', was: 2_000, now: 3_000 },
    shipping: null,
  },
  {
    change: 'rate price changed',
    make: withRates([{ ...ground, terms: { kind: 'by_weight', tiers: [{ upToGrams: null, amount: 1_100 }] } }]),
    become: methodStale,
    undo: withRates([ground]),
    because: { input: 'rate', was: 980, now: 1_100 },
    shipping: null,
  },
  {
    change: 'rate edited, same charge',
    make: withRates([{ ...ground, terms: { kind: 'by_weight', tiers: [{ upToGrams: null, amount: 980 }] } }]),
    become: standing,
    undo: withRates([ground]),
    shipping: 980,
  },
  { change: 'rate deleted', make: withRates([]), become: methodStale, shipping: null },
  {
    change: 'zone no longer reaches the address',
    make: async ({ zoneId }) => {
      await client().changeShippingZone({ params: { id: zoneId }, body: { areas: [{ country: 'CA' }] } });
      await app.runJobs();
    },
    become: 'stale stale done empty',
    undo: async ({ zoneId }) => {
      await client().changeShippingZone({ params: { id: zoneId }, body: { areas: [{ country: 'US' }] } });
      await app.runJobs();
    },
    shipping: null,
  },
  {
    change: 'items total: a discount, which no flat or weighed rate hangs on',
    make: ({ id }) => client().setDiscounts({ params: { id }, body: { discounts: [{ value: { kind: 'percentage', ppm: 100_000 } }] } }),
    become: standing,
    undo: ({ id }) => client().setDiscounts({ params: { id }, body: { discounts: [] } }),
    shipping: 980,
  },
  {
    change: 'total to zero',
    make: ({ id }) =>
      client().setDiscounts({ params: { id }, body: { discounts: [{ value: { kind: 'percentage', ppm: 1_000_000 }, reach: 'items_and_shipping' }] } }),
    become: standing,
    undo: ({ id }) => client().setDiscounts({ params: { id }, body: { discounts: [] } }),
    shipping: 980,
  },
  {
    change: 'price typed',
    make: ({ id }) =>
      client().setShippingMethod({ params: { id }, body: { typed: { name: 'Own van', amount: { amount: 4_000, currency: 'USD' }, reason: 'Agreed' } } }),
    become: standing,
    undo: ({ id, rateId }) => client().setShippingMethod({ params: { id }, body: { rateId } }),
    shipping: 4_000,
  },
  {
    change: 'company',
    make: ({ customerId }) => client().changeCustomer({ params: { id: customerId }, body: { company: 'Fox & Daughters' } }),
    become: standing,
    undo: ({ customerId }) => client().changeCustomer({ params: { id: customerId }, body: { company: null } }),
    shipping: 980,
  },
  {
    change: 'required field defined',
    make: async () => {
      await client().createOrderField({ body: { code: 'event', label: 'Event', type: 'text', required: true } });
      await app.runJobs();
    },
    become: 'done done done empty',
    undo: async () => {
      for (const { id, code } of (await client().listOrderFields({})).items) if (code === 'event') await client().deleteOrderField({ params: { id } });
      await app.runJobs();
    },
  },
  {
    change: 'ship to pickup',
    make: ({ id }) => client().setShipping({ params: { id }, body: { shipments: [{ kind: 'pickup' }] } }),
    // Billing was the same as shipping, which is no address any more.
    become: 'done not_needed empty empty',
    shipping: 0,
  },
  {
    change: 'split in two',
    make: ({ id, lineId }) =>
      client().setShipping({ params: { id }, body: { shipments: [4, 6].map((quantity) => ({ address: newYork, lines: [{ lineId, quantity }] })) } }),
    become: 'done empty done empty',
    shipping: null,
  },
  {
    change: 'method taken back',
    make: ({ id }) => client().setShippingMethod({ params: { id }, body: { rateId: null } }),
    become: 'done empty done empty',
    undo: ({ id, rateId }) => client().setShippingMethod({ params: { id }, body: { rateId } }),
    shipping: null,
  },
  {
    change: 'billing address of its own',
    make: ({ id }) => client().setBilling({ params: { id }, body: { sameAsShipping: false, address: { ...newYork, line1: 'PO Box 7' } } }),
    become: standing,
    undo: ({ id }) => client().setBilling({ params: { id }, body: { sameAsShipping: true } }),
  },
  {
    change: 'another payment chosen',
    make: ({ id }) => client().setPayment({ params: { id }, body: { method: 'purchase_order', poNumber: 'PO-7' } }),
    become: standing,
    undo: ({ id }) => client().setPayment({ params: { id }, body: { method: 'open_account' } }),
  },
  {
    change: 'payment taken back',
    make: ({ id }) => client().setPayment({ params: { id }, body: { method: null } }),
    become: 'done done empty empty',
    undo: ({ id }) => client().setPayment({ params: { id }, body: { method: 'open_account' } }),
  },
  { change: 'open account switched off', make: allow(false), become: 'done done stale empty', undo: allow(true) },
  {
    change: 'customer switched off',
    make: ({ customerId }) => client().changeCustomer({ params: { id: customerId }, body: { active: false } }),
    become: standing,
    undo: ({ customerId }) => client().changeCustomer({ params: { id: customerId }, body: { active: true } }),
  },
  {
    change: 'exemption',
    make: ({ customerId }) => client().changeCustomer({ params: { id: customerId }, body: { taxExemption: 'Certificate 12' } }),
    become: standing,
  },
];

describe.each(rows)('$change', ({ make, become, undo, because, shipping }) => {
  test('each step says how it stands, an amount that does not hold counts nowhere, and undoing heals', async () => {
    const at = await aStandingCheckout();
    const before = await read(at.id);
    expect([states(before), before.totals.shipping?.amount]).toEqual([standing, 980]);
    await make(at);
    const after = await read(at.id);
    expect(states(after)).toBe(become);
    if (because !== undefined) expect(after.checkout.steps.flatMap(({ reasons }) => reasons)).toContainEqual(expect.objectContaining(because));
    if (shipping !== undefined) expect(after.totals.shipping?.amount ?? null).toBe(shipping);
    if (become !== standing && become.includes('stale')) {
      // Nothing stale is submitted.
      const refused = await app.owner.request('POST', `/api/v1/orders/${at.id}/submit`, {});
      expect(refused.status).toBe(422);
    }
    if (undo !== undefined) {
      await undo(at);
      expect(states(await read(at.id))).toBe(standing);
      if (shipping !== undefined) expect((await read(at.id)).totals.shipping?.amount).toBe(980);
    }
    await weigh(200)();
  });
});

test('from a total of zero, which needs no payment, to one that does', async () => {
  const { id } = await aStandingCheckout();
  const discounts = [{ value: { kind: 'percentage' as const, ppm: 1_000_000 }, reach: 'items_and_shipping' as const }];
  await client().setDiscounts({ params: { id }, body: { discounts } });
  const free = await client().setPayment({ params: { id }, body: { method: null } });
  expect([states(free), free.totals.total.amount]).toEqual([standing, 0]);
  const paid = await client().setDiscounts({ params: { id }, body: { discounts: [] } });
  expect(states(paid)).toBe('done done empty empty');
  expect(states(await client().setDiscounts({ params: { id }, body: { discounts } }))).toBe(standing);
});

test('nothing but clearing it takes a typed price back: not the address, not what is in the order, not its rates', async () => {
  const at = await aStandingCheckout();
  const { id, rateId } = at;
  await client().setShippingMethod({ params: { id }, body: { typed: { name: 'Own van', amount: { amount: 4_000, currency: 'USD' }, reason: 'Agreed' } } });
  await setQuantity(900)(at);
  await moveTo({ region: 'NJ', postcode: '07102' })(at);
  await withRates([])(at);
  const held = await read(id);
  expect([states(held), held.totals.shipping?.amount]).toEqual([standing, 4_000]);
  const cleared = await client().setShippingMethod({ params: { id }, body: { rateId: null } });
  expect([states(cleared), cleared.totals.shipping]).toEqual(['done empty done empty', null]);
  expect((await app.owner.request('PUT', `/api/v1/orders/${id}/shipping-method`, { rateId })).status).toBe(422);
});

test('pickup and back: the method that was chosen for the same address holds again', async () => {
  const { id } = await aStandingCheckout();
  const [shipment] = (await read(id)).shipping.shipments;
  await client().setShipping({ params: { id }, body: { shipments: [{ id: shipment?.id ?? '', kind: 'pickup' }] } });
  const back = await client().setShipping({ params: { id }, body: { address: newYork } });
  expect([states(back), back.totals.shipping?.amount]).toEqual([standing, 980]);
});

test('of two stale shipments one is chosen again: the other is not healed by it, and its old price does not count', async () => {
  const { id, lineId, rateId } = await aStandingCheckout();
  const split = await client().setShipping({
    params: { id },
    body: { shipments: [4, 6].map((quantity) => ({ address: newYork, lines: [{ lineId, quantity }] })) },
  });
  const [first = '', second = ''] = split.shipping.shipments.map((shipment) => shipment.id);
  await client().setShippingMethod({ params: { id }, body: { shipmentId: first, rateId } });
  const chosen = await client().setShippingMethod({ params: { id }, body: { shipmentId: second, rateId } });
  expect([states(chosen), chosen.totals.shipping?.amount]).toEqual([standing, 1_960]);
  await weigh(1_000)();
  const heavier = await read(id);
  expect(heavier.checkout.steps[1]).toMatchObject({ state: 'stale', offer: { shipmentId: first, was: { amount: 980 }, now: { amount: 1_240 } } });
  const once = await client().setShippingMethod({ params: { id }, body: { shipmentId: first, rateId } });
  expect(once.totals.shipping).toBeNull();
  expect(once.checkout.steps[1]).toMatchObject({ state: 'stale', offer: { shipmentId: second }, reasons: [{ input: 'weight', shipmentId: second }] });
  const twice = await client().setShippingMethod({ params: { id }, body: { shipmentId: second, rateId } });
  expect([states(twice), twice.totals.shipping?.amount]).toEqual([standing, 2_480]);
  await weigh(200)();
});

test('what was promised for shipping holds while the estimate does, whatever becomes of the rate', async () => {
  const at = await aStandingCheckout();
  await client().issueEstimate({ params: { id: at.id }, body: {} });
  await withRates([{ ...ground, terms: { kind: 'by_weight', tiers: [{ upToGrams: null, amount: 9_900 }] } }])(at);
  const promised = await read(at.id);
  expect([states(promised), promised.totals.shipping?.amount]).toEqual([standing, 980]);
});
