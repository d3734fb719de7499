import { afterAll, beforeAll, expect, test } from 'vitest';
import { aShop, type Shop } from '../support/a-shop.ts';
import type { TestApp } from '../support/create-test-app.ts';
import { createTestApp } from '../support/create-test-app.ts';

let app: TestApp;
let shop: Shop;
const rates = new Map<string, string>();
const client = () => app.owner.client;
const newYork = { name: 'Dana Fox', line1: '1 Main St', city: 'New York', region: 'NY', postcode: '10001', country: 'US' };
const anchorage = { ...newYork, city: 'Anchorage', region: 'AK', postcode: '99501' };

beforeAll(async () => {
  app = await createTestApp();
  shop = await aShop(app);
  await client().createTaxRate({ body: { code: 'NY', name: 'State', ratePpm: 40_000, country: 'US', region: 'NY', onShipping: true } });
  await client().createTaxRate({ body: { code: 'NYC', name: 'City', ratePpm: 45_000, country: 'US', region: 'NY', postcodes: ['100', '112'] } });
  const states = await client().createShippingZone({
    body: {
      name: 'States',
      areas: [{ country: 'US' }],
      rates: [
        { name: 'Free over', terms: { kind: 'flat', amount: 900, freeOverAmount: 9_000 } },
        {
          name: 'By items',
          terms: {
            kind: 'by_items',
            tiers: [
              { upToAmount: 4_500, amount: 500 },
              { upToAmount: null, amount: 800 },
            ],
          },
        },
      ],
    },
  });
  const alaska = await client().createShippingZone({
    body: { name: 'Alaska', areas: [{ country: 'US', postcodes: ['995'] }], rates: [{ name: 'Air', terms: { kind: 'flat', amount: 4_200 } }] },
  });
  for (const { id, name } of [...states.rates, ...alaska.rates]) rates.set(name, id);
});
afterAll(() => app.close());

/** A draft of mugs at 4.50, sent to an address. */
async function aDraft(quantity: number, address = newYork): Promise<string> {
  const { id } = await client().createOrder({ body: { customerId: shop.customerId, lines: [{ sku: 'MUG', quantity }] } });
  await client().setShipping({ params: { id }, body: { address } });
  return id;
}
const offers = async (id: string) => (await client().listShippingRates({ params: { id } })).items.map(({ name, amount }) => [name, amount.amount]);
const choose = (id: string, name: string) => client().setShippingMethod({ params: { id }, body: { rateId: rates.get(name) ?? '' } });

test('state and city add up in the city; the state alone is on shipping', async () => {
  const id = await aDraft(10);
  // 45.00: 4 % is 1.80, 4.5 % is 2.025, rounded 2.03. Shipping 5.00: 4 % is 0.20.
  const { totals } = await choose(id, 'By items');
  expect(totals).toMatchObject({ items: { amount: 4_500 }, shipping: { amount: 500 }, tax: { amount: 180 + 203 + 20 }, total: { amount: 5_403 }, open: [] });
});

test('a postcode zone goes before its country, and rates are offered at the items total', async () => {
  expect(await offers(await aDraft(10, anchorage))).toEqual([['Air', 4_200]]);
  // 45.00 is the last of the first step, 49.50 the first of the second; from 90.00 on it is free.
  expect(await offers(await aDraft(10))).toEqual([
    ['By items', 500],
    ['Free over', 900],
  ]);
  expect(await offers(await aDraft(11))).toEqual([
    ['By items', 800],
    ['Free over', 900],
  ]);
  expect(await offers(await aDraft(20))).toEqual([
    ['Free over', 0],
    ['By items', 800],
  ]);
});

test('only a rate that hangs on the items total goes stale by a price, offers the new charge, and heals', async () => {
  const id = await aDraft(10);
  await choose(id, 'Free over');
  const { lines } = await client().getOrder({ params: { id } });
  const change = (override: { unitPrice: string; reason: string } | null) =>
    client().changeLine({ params: { id, lineId: lines[0]?.id ?? '' }, body: { override } });
  const moved = await change({ unitPrice: '9', reason: 'Engraved' });
  expect(moved.totals.shipping).toBeNull();
  expect(moved.checkout.steps[1]).toMatchObject({
    state: 'stale',
    reasons: [{ input: 'itemsTotal', was: 4_500, now: 9_000 }],
    offer: { was: { amount: 900 }, now: { amount: 0 } },
  });
  expect((await change(null)).totals.shipping).toMatchObject({ amount: 900 });
});

test('staff with the permission type a price; nothing but clearing it moves it', async () => {
  const id = await aDraft(10);
  const typed = { name: 'Own van', amount: { amount: 4_000, currency: 'USD' }, reason: 'Agreed by phone' };
  const set = (body: unknown) => app.owner.request('PUT', `/api/v1/orders/${id}/shipping-method`, body);
  expect((await set({ typed: { ...typed, amount: { amount: -1, currency: 'USD' } } })).status).toBe(422);
  expect((await set({ typed: { ...typed, amount: { amount: 1, currency: 'EUR' } } })).status).toBe(422);
  expect((await set({ typed, rateId: null })).status).toBe(422);
  expect((await set({ typed: { ...typed, reason: ' ' } })).status).toBe(422);
  const viewer = await app.as('viewer');
  expect((await viewer.request('PUT', `/api/v1/orders/${id}/shipping-method`, { typed })).status).toBe(403);
  const sales = await app.as('sales');
  const { shipping } = await sales.client.setShippingMethod({ params: { id }, body: { typed } });
  expect(shipping.shipments[0]).toMatchObject({ method: { rateId: null, name: 'Own van', typed: { reason: 'Agreed by phone' } }, amount: { amount: 4_000 } });
  await client().addLines({ params: { id }, body: { sku: 'MUG', quantity: 500 } });
  const elsewhere = await client().setShipping({ params: { id }, body: { address: anchorage } });
  expect(elsewhere.totals.shipping).toMatchObject({ amount: 4_000 });
  const cleared = await client().setShippingMethod({ params: { id }, body: { rateId: null } });
  expect([cleared.totals.shipping, cleared.shipping.shipments[0]?.method]).toEqual([null, null]);
});

test('a pickup is free, taxed where it is fetched, and keeps its copy of the place', async () => {
  const place = { name: 'Albany warehouse', address: { ...newYork, city: 'Albany', postcode: '12207' }, hours: 'Mon to Fri, 8 to 4' };
  const made = await client().createPickupPlace({ body: place });
  const id = await aDraft(10);
  const fetched = { shipments: [{ kind: 'pickup' as const, pickupPlaceId: made.id }] };
  const order = await client().setShipping({ params: { id }, body: fetched });
  // 4 % of 45.00: Albany is in the state, not in the city.
  expect(order.totals).toMatchObject({ shipping: { amount: 0 }, tax: { amount: 180 }, total: { amount: 4_680 }, open: [] });
  expect(order.shipping.shipments[0]).toMatchObject({ pickupPlace: { name: place.name, hours: place.hours }, address: { city: 'Albany' } });
  // Nobody is billed where they fetch their goods.
  const { checkout } = await client().setBilling({ params: { id }, body: { sameAsShipping: true } });
  expect(checkout.steps[2]?.refusals.map(({ code }) => code)).toContain('billing.address_missing');
  await client().deletePickupPlace({ params: { id: made.id } });
  expect((await client().getOrder({ params: { id } })).shipping.shipments[0]?.pickupPlace?.name).toBe(place.name);
  const other = await aDraft(1);
  expect((await app.owner.request('PUT', `/api/v1/orders/${other}/shipping`, fetched)).status).toBe(422);
});

test('one part is shipped and one fetched: each taxed at its place, and only the sent one has a method', async () => {
  const body = { name: 'Newark', address: { ...newYork, line1: '24 Commerce St', city: 'Newark', region: 'NJ', postcode: '07102' } };
  const place = await client().createPickupPlace({ body });
  const id = await aDraft(10);
  const [line] = (await client().getOrder({ params: { id } })).lines;
  const lines = (quantity: number) => [{ lineId: line?.id ?? '', quantity }];
  const shipments = [
    { kind: 'ship' as const, address: newYork, lines: lines(6) },
    { kind: 'pickup' as const, pickupPlaceId: place.id, lines: lines(4) },
  ];
  const { shipping } = await client().setShipping({ params: { id }, body: { shipments } });
  const [sent, fetched] = shipping.shipments;
  const chosen = await client().setShippingMethod({ params: { id }, body: { shipmentId: sent?.id ?? '', rateId: rates.get('By items') ?? '' } });
  // 27.00 in the city: 1.08 + 1.215 (1.22); 18.00 in New Jersey: none; shipping 5.00 at 4 %: 0.20.
  expect(chosen.totals).toMatchObject({ shipping: { amount: 500 }, tax: { amount: 108 + 122 + 20 }, open: [] });
  // Said again as a screen says it, by id: the place stays, although it is not in use any more.
  await client().changePickupPlace({ params: { id: place.id }, body: { ...body, active: false } });
  const again = await client().setShipping({
    params: { id },
    body: { shipments: shipments.map((each, at) => ({ ...each, id: (at === 0 ? sent : fetched)?.id ?? '' })) },
  });
  expect(again.shipping.shipments[1]).toMatchObject({ kind: 'pickup', pickupPlace: { id: place.id, name: 'Newark' }, address: { city: 'Newark' } });
  expect(again.totals.tax).toEqual(chosen.totals.tax);
});

test('try it says the same as an order, and why', async () => {
  const id = await aDraft(10);
  const { number } = await client().getOrder({ params: { id } });
  const tried = await client().tryPricing({ body: { place: newYorkPlace, orderNumber: number ?? 0 } });
  expect(tried).toMatchObject({
    order: { id },
    cart: { items: { amount: 4_500 }, weightGrams: 2_000 },
    zone: { name: 'States', by: 'country' },
    tax: {
      amount: { amount: 383 },
      categories: [
        {
          category: 'standard',
          none: null,
          rates: [
            { code: 'NY', by: 'region' },
            { code: 'NYC', by: 'postcode', matched: '100' },
          ],
        },
      ],
    },
  });
  expect(tried.rates.map(({ name, amount, tier, isFreeOver }) => [name, amount?.amount, tier, isFreeOver])).toEqual([
    ['Free over', 900, null, false],
    ['By items', 500, 0, false],
  ]);
  const cart = { itemsAmount: 9_000 };
  const exempt = await client().tryPricing({ body: { place: { country: 'US', region: 'AK', postcode: '99501' }, cart, exempt: true } });
  expect(exempt).toMatchObject({ zone: { name: 'Alaska', by: 'postcode', matched: '995' }, tax: { amount: { amount: 0 }, categories: [{ none: 'exempt' }] } });
  expect((await client().tryPricing({ body: { place: { country: 'FR' }, cart } })).zone).toBeNull();
  const articles = await client().tryPricing({ body: { place: newYorkPlace, articles: [{ sku: 'MUG', quantity: 10 }] } });
  const { order: _, ...rest } = tried;
  expect(articles).toMatchObject({ order: null, ...rest });
  const chosen = await choose(id, 'By items');
  expect(tried.rates.find(({ name }) => name === 'By items')?.total).toEqual(chosen.totals.total);
  const noSuch = { place: newYorkPlace, articles: [{ sku: 'NONE', quantity: 1 }] };
  expect((await app.owner.request('POST', '/api/v1/pricing/try', noSuch)).status).toBe(422);
  expect((await app.owner.request('POST', '/api/v1/pricing/try', { ...noSuch, cart })).status).toBe(422);
  const unknown = { place: newYorkPlace, orderNumber: 999_999 };
  expect((await app.owner.request('POST', '/api/v1/pricing/try', unknown)).status).toBe(422);
});

test('try it names what has no price, by SKU', async () => {
  await client().createProduct({ body: { code: 'unpriced', name: 'Not priced yet', variants: [{ sku: 'UNPRICED', weightGrams: 100, prices: [] }] } });
  const two = [
    { sku: 'MUG', quantity: 10 },
    { sku: 'UNPRICED', quantity: 3 },
  ];
  const tried = await client().tryPricing({ body: { place: newYorkPlace, articles: two } });
  expect(tried.cart).toMatchObject({ items: { amount: 4_500 }, weightGrams: 2_300, unpriced: ['UNPRICED'] });
  const { number } = await client().createOrder({ body: { customerId: shop.customerId, lines: two } });
  const ofOrder = await client().tryPricing({ body: { place: newYorkPlace, orderNumber: number ?? 0 } });
  expect(ofOrder.cart.unpriced).toEqual(['UNPRICED']);
});

const newYorkPlace = { country: 'US', region: 'NY', postcode: '10001' };

test('what is never sent is offered no rate, and is taxed by where the bill goes', async () => {
  const { id, number } = await client().createOrder({
    body: { customerId: shop.customerId, lines: [{ custom: { name: 'Artwork', unitPrice: '45', quantity: 1, ships: false } }] },
  });
  const tried = await client().tryPricing({ body: { place: newYorkPlace, orderNumber: number ?? 0 } });
  expect(tried).toMatchObject({ order: { id }, cart: { ships: false }, rates: [], tax: { amount: { amount: 383 } } });
});

test('another way to round reaches the drafts by the job, with its event; what an estimate promised stays', async () => {
  // 3 × 4.50 in three lines, 4 % and 4.5 % each: by line 0.18 + 0.20 (0.2025), three times 1.14; over the order 0.54 + 0.61 (0.6075).
  const lines = [1, 2, 3].map(() => ({ sku: 'MUG', quantity: 1, asNewLine: true }));
  const made = async () => {
    const { id } = await client().createOrder({ body: { customerId: shop.customerId, lines } });
    await client().setShipping({ params: { id }, body: { address: newYork } });
    return id;
  };
  const [draft, promised] = [await made(), await made()];
  await client().issueEstimate({ params: { id: promised }, body: {} });
  const taxOf = async (id: string) => (await client().getOrder({ params: { id } })).totals.tax?.amount;
  expect([await taxOf(draft), await taxOf(promised)]).toEqual([114, 114]);
  await client().changeSettings({ body: { taxRounding: 'order' } });
  expect(await taxOf(draft)).toBe(114);
  await app.runJobs();
  expect([await taxOf(draft), await taxOf(promised)]).toEqual([115, 114]);
  const [entry] = (await client().getHistory({ params: { id: draft } })).items;
  expect(entry).toMatchObject({ type: 'order.total_moved', actor: { name: 'Backdesk' } });
  await client().changeSettings({ body: { taxRounding: 'line' } });
  await app.runJobs();
  expect(await taxOf(draft)).toBe(114);
});

test('the price mode is an order’s own from when it was made: another one reaches new orders only', async () => {
  const before = await aDraft(10);
  await client().changeSettings({ body: { priceMode: 'tax_included' } });
  await app.runJobs();
  const after = await aDraft(10);
  const modes = await Promise.all([before, after].map(async (id) => (await client().getOrder({ params: { id } })).priceMode));
  await client().changeSettings({ body: { priceMode: 'tax_excluded' } });
  expect(modes).toEqual(['tax_excluded', 'tax_included']);
});

test.each<[string, string, object, string]>([
  ['a region the country has not', 'shipping-zones', { name: 'X', areas: [{ country: 'US', regions: ['QC'] }] }, '/areas/0/regions/0'],
  ['parts of everywhere', 'shipping-zones', { name: 'X', areas: [{ country: '*', postcodes: ['1'] }] }, '/areas/0/country'],
  ['a prefix named twice', 'shipping-zones', { name: 'X', areas: [{ country: 'US', postcodes: ['99 5', '995'] }] }, '/areas/0/postcodes/1'],
  ['a tax region the country has not', 'tax-rates', { code: 'X', name: 'X', ratePpm: 1, country: 'CA', region: 'NY' }, '/region'],
  ['a pickup place without a street', 'pickup-places', { name: 'X', address: { line1: '', city: 'A', country: 'US' } }, '/address/line1'],
])('%s is refused', async (_, path, body, pointer) => {
  const response = await app.owner.request('POST', `/api/v1/${path}`, body);
  const { errors } = (await response.json()) as { errors: { pointer: string }[] };
  expect([response.status, errors.map((error) => error.pointer)]).toEqual([422, [pointer]]);
});
