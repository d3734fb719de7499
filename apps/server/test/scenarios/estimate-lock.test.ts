// What was accepted holds through checkout: whatever moved in the settings since, and whatever step of checkout staff take between the yes
// and the order, it is ordered at the accepted total. Decision record 0056.
import type { Order } from '@backdesk/contract/order/order.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anAddress, aPriceList } from '../support/a-ready-order.ts';
import { aShop, type Shop } from '../support/a-shop.ts';
import { answer, inTheirHands } from '../support/an-estimate.ts';
import { createTestApp, type TestApp } from '../support/create-test-app.ts';

let app: TestApp;
let shop: Shop;
let wear: string;
const client = () => app.owner.client;
const read = (id: string): Promise<Order> => client().getOrder({ params: { id } });
const submit = async (id: string) => {
  const response = await app.owner.request('POST', `/api/v1/orders/${id}/submit`, {});
  return { status: response.status, body: (await response.json()) as Partial<Order> & { readonly code?: string; readonly refusals?: readonly object[] } };
};
const zones = async () => (await client().listShippingZones({})).items;
const zone = async () => (await zones()).find(({ name }) => name === 'United States');
const idOf = async (name: string) => (await zones()).find((known) => known.name === name)?.id ?? '';
const ground = async () => (await zone())?.rates[0];
const discount = async (name: string) => (await client().listDiscounts({ query: {} })).items.find((known) => known.name === name)?.id ?? '';
const ships = (id: string, address: object = anAddress) => client().setShipping({ params: { id }, body: { address } as never });
const method = (id: string, rateId: string) => client().setShippingMethod({ params: { id }, body: { rateId } });
const bill = async (id: string) => {
  await client().setBilling({ params: { id }, body: { sameAsShipping: true } });
  await client().setPayment({ params: { id }, body: { method: 'purchase_order', poNumber: 'PO-77' } });
};
const changeZone = async (body: object) => client().changeShippingZone({ params: { id: (await zone())?.id ?? '' }, body: body as never });
const groundCosts = async (amount: number) => changeZone({ rates: [{ ...(await ground()), terms: { kind: 'flat', amount } }] });

// 4 mugs 18.00, 10 % off by itself 1.80, 5 % by code on the 16.20 left 0.81, Ground 12.00, tax 8.875 % of 15.39 = 1.37.
const acceptedAmount = 2876;

const taxIs = (ppm: number) => sql`update tax_rates set rate_ppm = ${ppm} where code = 'NY'`.execute(app.db);
const priceTimes = (factor: number) => sql`update price_rows set extended_price = extended_price * ${factor}::numeric`.execute(app.db);
const firstBreakAt = (from: number, to: number) =>
  sql`update price_rows set quantity = ${to} where product_id = ${shop.products.MUG} and quantity = ${from}`.execute(app.db);
const autumn = () => client().createDiscount({ body: { name: 'Autumn', value: { kind: 'percentage', ppm: 100_000 } } });
const mugsAre = (categoryIds: readonly string[]) =>
  client().setProductCategories({ params: { id: shop.products.MUG ?? '' }, body: { categoryIds: [...categoryIds] } });
const isActive = async (name: string, active: boolean) => client().changeDiscount({ params: { id: await discount(name) }, body: { active } });

/** What moves, and how it is put back for the next. */
const moves: Readonly<Record<string, readonly [() => Promise<unknown>, () => Promise<unknown>]>> = {
  'the rate edited': [() => groundCosts(1500), () => groundCosts(1200)],
  'the rate deleted': [() => changeZone({ rates: [] }), () => changeZone({ rates: [{ name: 'Ground', terms: { kind: 'flat', amount: 1200 } }] })],
  'the zone reaches elsewhere': [() => changeZone({ areas: [{ country: 'CA' }] }), () => changeZone({ areas: [{ country: 'US' }] })],
  'a nearer zone serves': [
    () =>
      client().createShippingZone({
        body: { name: 'New York', areas: [{ country: 'US', regions: ['NY'] }], rates: [{ name: 'Courier', terms: { kind: 'flat', amount: 2500 } }] },
      }),
    async () => client().deleteShippingZone({ params: { id: await idOf('New York') } }),
  ],
  'the tax rate changed': [() => taxIs(200_000), () => taxIs(88_750)],
  'a tax rate added': [
    () => client().createTaxRate({ body: { code: 'MTA', name: 'Transport tax', ratePpm: 3_750, country: 'US', region: 'NY' } }),
    () => sql`delete from tax_rates where code = 'MTA'`.execute(app.db),
  ],
  'the automatic discount ended': [() => isActive('Autumn', false), () => isActive('Autumn', true)],
  'the automatic discount deleted': [async () => client().deleteDiscount({ params: { id: await discount('Autumn') } }), autumn],
  'another automatic discount began': [
    () => client().createDiscount({ body: { name: 'Winter', value: { kind: 'percentage', ppm: 300_000 } } }),
    async () => client().deleteDiscount({ params: { id: await discount('Winter') } }),
  ],
  'the code ended': [() => isActive('Code', false), () => isActive('Code', true)],
  // It reached nothing of the order, and reaches all of it by now.
  'a product joined the category of a code': [() => mugsAre([wear]), () => mugsAre([])],
  'the price changed': [() => priceTimes(2), () => priceTimes(0.5)],
  'the break table changed': [() => firstBreakAt(144, 4), () => firstBreakAt(4, 144)],
};

const commands: Readonly<Record<string, (id: string) => Promise<unknown>>> = {
  nothing: async () => undefined,
  billing: bill,
  payment: (id) => client().setPayment({ params: { id }, body: { method: 'purchase_order', poNumber: 'PO-78' } }),
  'the address again': (id) => ships(id),
  'the method again': async (id) => method(id, (await read(id)).shipping.shipments[0]?.method?.rateId ?? ''),
  'a custom field': (id) => client().changeOrder({ params: { id }, body: { fields: { [fieldCode]: 'Oak' } } }),
  'a note': (id) => client().changeOrder({ params: { id }, body: { noteInternal: 'Called.' } }),
};

const fieldCode = 'wood';

beforeAll(async () => {
  app = await createTestApp();
  shop = await aShop(app);
  await aPriceList(app);
  await autumn();
  await client().createDiscount({ body: { name: 'Code', code: 'FIVE', value: { kind: 'percentage', ppm: 50_000 } } });
  wear = (await client().createCategory({ body: { name: 'Wear' } })).id;
  await client().createDiscount({ body: { name: 'Wear', code: 'WEAR', value: { kind: 'percentage', ppm: 100_000 }, categoryIds: [wear] } });
  await client().createOrderField({ body: { code: fieldCode, label: 'Wood', type: 'text' } });
});
afterAll(() => app.close());

/** Billing is left to be entered after the yes where that is what stands between. */
async function accepted(isBilled: boolean, codes: readonly string[] = ['FIVE', 'WEAR']): Promise<string> {
  const { id } = await client().createOrder({ body: { customerId: shop.customerId, lines: [{ sku: 'MUG', quantity: 4 }] } });
  await client().setDiscounts({ params: { id }, body: { codes: [...codes] } });
  await ships(id);
  await method(id, (await ground())?.id ?? '');
  if (isBilled) await bill(id);
  const yes = await answer(app, await inTheirHands(app, id), 'accept');
  expect(yes.status).toBe(200);
  return id;
}

// First: its jobs draw the papers of what was accepted so far.
test('what staff really changed is told: another address is a difference; back where it was promised to, or with the changes dropped, all of it holds again', async () => {
  const [back, dropped] = [await accepted(true), await accepted(true)];
  await groundCosts(1500);
  await taxIs(200_000);
  await app.runJobs();
  for (const id of [back, dropped]) {
    await ships(id, { ...anAddress, line1: '1 Elm Street', city: 'Newark', region: 'NJ', postcode: '07101' });
    await method(id, (await ground())?.id ?? '');
    await bill(id);
    // Items 15.39, no tax in New Jersey, Ground at 15.00 there.
    expect((await read(id)).totals.total.amount).toBe(3039);
    expect(await submit(id)).toMatchObject({ status: 409, body: { code: 'order.differs_from_accepted' } });
  }
  await ships(back);
  await method(back, (await ground())?.id ?? '');
  expect(await submit(back)).toMatchObject({ status: 200, body: { totals: { total: { amount: acceptedAmount } } } });
  await client().dropChanges({ params: { id: dropped, revision: 1 } });
  expect(await submit(dropped)).toMatchObject({ status: 200, body: { totals: { total: { amount: acceptedAmount } } } });
  await groundCosts(1200);
  await taxIs(88_750);
});

test('a tax rate that is changed while the customer decides moves nothing of what they are offered, and what they accept is ordered as it stands', async () => {
  const { id } = await client().createOrder({ body: { customerId: shop.customerId, lines: [{ sku: 'MUG', quantity: 4 }] } });
  await client().setDiscounts({ params: { id }, body: { codes: ['FIVE'] } });
  await ships(id);
  await method(id, (await ground())?.id ?? '');
  await bill(id);
  const estimate = await inTheirHands(app, id);
  const rate = (await client().listTaxRates({})).items.find(({ code }) => code === 'NY');
  if (rate === undefined) throw new Error('There is no rate of New York.');
  const { id: rateId, version: _, ...terms } = rate;
  const changed = (ratePpm: number) => client().changeTaxRate({ params: { id: rateId }, body: { ...terms, ratePpm } });
  await changed(200_000);
  await app.runJobs();
  expect((await read(id)).totals.total.amount).toBe(acceptedAmount);
  expect((await answer(app, estimate, 'accept')).status).toBe(200);
  expect(await submit(id)).toMatchObject({ status: 200, body: { totals: { total: { amount: acceptedAmount } } } });
  await changed(88_750);
});

test('while the customer decides, a limited discount grows by what joins the order alone, not by what joins its category', async () => {
  const { id } = await client().createOrder({
    body: {
      customerId: shop.customerId,
      lines: [
        { sku: 'MUG', quantity: 10 },
        { sku: 'TEE-S', quantity: 2 },
      ],
    },
  });
  const wears = (product: string, categoryIds: readonly string[]) =>
    client().setProductCategories({ params: { id: shop.products[product] ?? '' }, body: { categoryIds: [...categoryIds] } });
  await wears('TEE', [wear]);
  await client().setDiscounts({ params: { id }, body: { codes: ['WEAR'] } });
  await ships(id);
  await method(id, (await ground())?.id ?? '');
  await bill(id);
  const estimate = await inTheirHands(app, id);
  const offered = estimate.page.totals;
  // 10 % of 65.00 by itself, then 10 % of the 18.00 left of the tees.
  expect(offered.discount.amount).toBe(830);
  await wears('MUG', [wear]);
  await wears('PEN', [wear]);
  await client().changeOrder({ params: { id }, body: { noteInternal: 'Called.' } });
  await client().setDiscounts({ params: { id }, body: { codes: ['WEAR'] } });
  expect((await read(id)).totals).toMatchObject({ discount: offered.discount, total: offered.total });
  // Pens 25.00 come to it: 2.50 more by itself, and 10 % of the 22.50 left.
  await client().addLines({ params: { id }, body: { sku: 'PEN', quantity: 100 } });
  expect((await read(id)).totals.discount.amount).toBe(830 + 250 + 225);
  await client().removeLine({ params: { id, lineId: (await read(id)).lines.find(({ sku }) => sku === 'PEN')?.id ?? '' } });
  await method(id, (await ground())?.id ?? '');
  expect((await answer(app, estimate, 'accept')).status).toBe(200);
  expect(await submit(id)).toMatchObject({ status: 200, body: { totals: { total: offered.total } } });
  for (const product of ['MUG', 'TEE', 'PEN']) await wears(product, []);
});

describe.each(Object.keys(moves))('accepted, then moved: %s', (move) => {
  const orders = new Map<string, string>();
  beforeAll(async () => {
    for (const command of Object.keys(commands)) orders.set(command, await accepted(command !== 'billing'));
    await moves[move]?.[0]();
  });
  afterAll(async () => moves[move]?.[1]());

  test.each(Object.keys(commands))('and done between: %s', async (command) => {
    const id = orders.get(command) ?? '';
    await commands[command]?.(id);
    expect((await read(id)).totals).toMatchObject({ total: { amount: acceptedAmount }, open: [] });
    const { status, body } = await submit(id);
    expect([status, body.code, body.refusals]).toEqual([200, undefined, undefined]);
    expect(body.totals?.total.amount).toBe(acceptedAmount);
  });
});
