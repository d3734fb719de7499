// From the lines straight to Finalize Order: what is usual for the customer is filled in, all that somebody entered stays.
import type { Order } from '@backdesk/contract/order/order.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aShop } from '../support/a-shop.ts';
import { answer, inTheirHands } from '../support/an-estimate.ts';
import { type Caller, createTestApp, type TestApp } from '../support/create-test-app.ts';

let app: TestApp;
let ana: Caller;
let ground = '';
let express = '';
const client = () => app.owner.client;
const at = (line1: string, more: object = {}) => ({ name: 'Dana Fox', line1, city: 'Albany', region: 'NY', postcode: '12207', country: 'US', ...more });
const pier = at('14 Pier Street');
const office = at('1 Main Street');

type Wanted = {
  /** The first is the default for shipping. */
  readonly book?: readonly ReturnType<typeof at>[];
  readonly billing?: ReturnType<typeof at>;
  readonly openAccount?: boolean;
  readonly sku?: string;
};

async function aCustomer({ book = [pier], billing, openAccount = true }: Wanted = {}): Promise<string> {
  const { id } = await client().createCustomer({ body: { name: 'Dana Fox', openAccount } });
  for (const [place, address] of book.entries())
    await client().addCustomerAddress({ params: { id }, body: { address, defaultShipping: place === 0, defaultBilling: false } });
  if (billing !== undefined) await client().addCustomerAddress({ params: { id }, body: { address: billing, defaultShipping: false, defaultBilling: true } });
  return id;
}

const aDraftFor = (customerId: string, lines: readonly object[] = [{ sku: 'MUG', quantity: 10 }]) =>
  client().createOrder({ body: { customerId, lines: lines as never } });
const aDraft = async (wanted?: Wanted) => aDraftFor(await aCustomer(wanted));
const fill = (id: string, basedOn?: number, who: Caller = app.owner) =>
  who.client.fillCheckout({ params: { id }, body: basedOn === undefined ? {} : { basedOn } });
const read = (id: string) => client().getOrder({ params: { id } });
const states = ({ checkout }: Pick<Order, 'checkout'>) => checkout.steps.map(({ state }) => state).join(' ');
const typesAt = async (id: string, version: number) =>
  (await client().getHistory({ params: { id }, query: { limit: 50 } })).items.filter((entry) => entry.version === version).map(({ type }) => type);

beforeAll(async () => {
  app = await createTestApp();
  await aShop(app);
  ana = await app.as('sales');
  await client().createTaxRate({ body: { code: 'NY', name: 'Sales tax', ratePpm: 88_750, country: 'US', region: 'NY' } });
  const { rates } = await client().createShippingZone({
    body: {
      name: 'New York',
      areas: [{ country: 'US', regions: ['NY'] }],
      rates: [
        { name: 'Express', terms: { kind: 'flat', amount: 2400 } },
        { name: 'Ground', terms: { kind: 'flat', amount: 980 } },
        { name: 'Van', terms: { kind: 'flat', amount: 980 } },
      ],
    },
  });
  [express = '', ground = ''] = rates.map(({ id }) => id);
});
afterAll(() => app.close());

test('all empty: one write fills every step, as the four commands would have written it', async () => {
  const { id, version } = await aDraft();
  const filled = await fill(id, version);
  expect(filled.version).toBe(version + 1);
  expect(states(filled)).toBe('done done done done');
  expect(filled.shipping.shipments).toMatchObject([{ kind: 'ship', address: pier, method: { rateId: ground, amount: { amount: 980 } } }]);
  expect(filled).toMatchObject({ billing: { sameAsShipping: true, address: null }, payment: { method: 'open_account' }, blockers: [] });
  // 45.00, by Ground 9.80, 8.875 % of 45.00 is 3.99.
  expect(filled.totals).toMatchObject({ items: { amount: 4500 }, shipping: { amount: 980 }, tax: { amount: 399 }, total: { amount: 5879 }, open: [] });
  expect((await typesAt(id, filled.version)).toSorted()).toEqual(['billing.set', 'payment.chosen', 'shipping.address_set', 'shipping.method_chosen']);
  expect((await client().submitOrder({ params: { id }, body: { expectedTotal: filled.totals.total } })).stage).toBe('submitted');
});

test('what it writes is what the single commands write', async () => {
  const customerId = await aCustomer({ billing: office });
  const [one, other] = [await aDraftFor(customerId), await aDraftFor(customerId)];
  await fill(one.id);
  await client().setShipping({ params: { id: other.id }, body: { address: pier } });
  await client().setShippingMethod({ params: { id: other.id }, body: { rateId: ground } });
  await client().setBilling({ params: { id: other.id }, body: { sameAsShipping: false, address: office } });
  await client().setPayment({ params: { id: other.id }, body: { method: 'open_account' } });
  const [filled, stepped] = [await read(one.id), await read(other.id)];
  const told = ({ shipping: { shipments }, billing, payment, checkout, totals }: Order) => ({
    shipments: shipments.map(({ id: _, ...shipment }) => shipment),
    billing,
    payment,
    checkout,
    totals,
  });
  expect(told(filled)).toEqual(told(stepped));
  const sentences = async (id: string) =>
    (await client().getHistory({ params: { id }, query: { limit: 50 } })).items.map(({ type, sentence, undoable }) => `${type} ${sentence} ${undoable}`);
  expect(await sentences(one.id)).toEqual(await sentences(other.id));
});

test('again there is nothing to fill: no new version, and a key answers what it did', async () => {
  const { id } = await aDraft();
  const request = () => app.owner.request('POST', `/api/v1/orders/${id}/checkout/usual`, {}, { 'Idempotency-Key': `usual-${id}` });
  const [first, twin] = [await (await request()).json(), await (await request()).json()];
  expect(twin).toEqual(first);
  expect((await fill(id)).version).toBe((first as Order).version);
  expect(await typesAt(id, (first as Order).version + 1)).toEqual([]);
});

describe('what somebody entered stays', () => {
  test('an address; what follows it is filled in', async () => {
    const { id } = await aDraft();
    await client().setShipping({ params: { id }, body: { address: office } });
    const filled = await fill(id);
    expect(filled.shipping.shipments).toMatchObject([{ address: office, method: { rateId: ground } }]);
    expect((await typesAt(id, filled.version)).toSorted()).toEqual(['billing.set', 'payment.chosen', 'shipping.method_chosen']);
  });

  test('a method that is stale, and the rest is filled in', async () => {
    const { id, lines } = await aDraft();
    await client().setShipping({ params: { id }, body: { address: pier } });
    await client().setShippingMethod({ params: { id }, body: { rateId: express } });
    await client().changeLine({ params: { id, lineId: lines[0]?.id ?? '' }, body: { quantity: 12 } });
    const filled = await fill(id);
    expect(states(filled)).toBe('done stale done empty');
    expect(filled.shipping.shipments[0]?.method?.rateId).toBe(express);
  });

  test('an address that was entered for another customer is asked about, and nothing hangs on it until then', async () => {
    const { id } = await aDraft();
    await client().setShipping({ params: { id }, body: { address: pier } });
    const moved = await client().changeOrder({ params: { id }, body: { customerId: await aCustomer({ book: [office] }) } });
    const filled = await fill(id);
    expect([states(filled), filled.version]).toEqual(['stale empty empty empty', moved.version]);
  });

  test('a bill to the shipping address, though the default for billing is another', async () => {
    const { id } = await aDraft({ billing: office });
    await client().setBilling({ params: { id }, body: { sameAsShipping: true } });
    const filled = await fill(id);
    expect(filled).toMatchObject({ billing: { sameAsShipping: true, address: null }, payment: { method: 'open_account' } });
    expect(await typesAt(id, filled.version)).not.toContain('billing.set');
  });

  test('a bill that was answered for another customer is not confirmed by choosing how it is paid', async () => {
    const { id } = await aDraft();
    await client().setShipping({ params: { id }, body: { address: pier } });
    await client().setBilling({ params: { id }, body: { sameAsShipping: false, address: office } });
    await client().changeOrder({ params: { id }, body: { customerId: await aCustomer() } });
    await client().setShipping({ params: { id }, body: { address: pier } });
    const filled = await fill(id);
    expect(filled).toMatchObject({ payment: null, billing: { address: office }, shipping: { shipments: [{ method: { rateId: ground } }] } });
  });

  test('a purchase order', async () => {
    const { id } = await aDraft();
    await client().setPayment({ params: { id }, body: { method: 'purchase_order', poNumber: 'PO-7' } });
    expect((await fill(id)).payment).toEqual({ method: 'purchase_order', poNumber: 'PO-7' });
  });

  test('what is fetched', async () => {
    const { id, shipping } = await aDraft();
    await client().setShipping({ params: { id }, body: { shipments: [{ id: shipping.shipments[0]?.id, kind: 'pickup' }] } as never });
    const filled = await fill(id);
    expect(states(filled)).toBe('done not_needed done done');
    // Nobody is billed where they fetch their goods.
    expect(filled).toMatchObject({
      shipping: { shipments: [{ kind: 'pickup', address: null, method: null }] },
      billing: { sameAsShipping: false, address: pier },
    });
  });

  test('what is fetched after all: "same as shipping", filled in before, says nothing any more', async () => {
    const { id } = await aDraft();
    await fill(id);
    await client().setShipping({ params: { id }, body: { shipments: [{ kind: 'pickup' }] } as never });
    const filled = await fill(id);
    expect(filled).toMatchObject({ billing: { sameAsShipping: false, address: pier }, payment: { method: 'open_account' }, blockers: [] });
  });

  test('how it is split; each part goes by its own rate', async () => {
    const { id, lines } = await aDraft();
    const part = (address: object | null, quantity: number) => ({ address, lines: [{ lineId: lines[0]?.id ?? '', quantity }] });
    const split = (shipments: readonly object[]) => client().setShipping({ params: { id }, body: { shipments } as never });
    await split([part(pier, 4), part(null, 6)]);
    expect(states(await fill(id))).toBe('empty empty empty empty');
    await split([part(pier, 4), part(office, 6)]);
    const filled = await fill(id);
    expect(states(filled)).toBe('done done done done');
    expect(filled.shipping.shipments).toMatchObject([
      { address: pier, method: { rateId: ground }, lines: [{ quantity: 4 }] },
      { address: office, method: { rateId: ground }, lines: [{ quantity: 6 }] },
    ]);
  });
});

describe('what cannot be filled in stays open, and nothing is refused for it', () => {
  test('no address is known', async () => {
    const { id, version } = await aDraft({ book: [] });
    const filled = await fill(id);
    expect([states(filled), filled.version]).toEqual(['empty empty empty empty', version]);
  });

  test('nobody ships to the address', async () => {
    const { id, version } = await aDraft({ book: [at('1 Rue', { country: 'FR', region: '', postcode: '75001' })] });
    const filled = await fill(id);
    expect(filled).toMatchObject({ version, shipping: { shipments: [{ address: null }] }, billing: { sameAsShipping: true, address: null } });
  });

  test('no open account: only the payment is left', async () => {
    const { id } = await aDraft({ openAccount: false });
    const filled = await fill(id);
    expect(states(filled)).toBe('done done empty empty');
    expect(filled.blockers.map(({ code }) => code)).toEqual(['payment.missing']);
    expect((await fill(id)).version).toBe(filled.version);
  });
});

test('an address of the company serves where the customer has none', async () => {
  const company = await client().createCompany({ body: { name: 'Fox Ltd', addresses: [{ address: office }] } });
  const customer = await client().createCustomer({ body: { name: 'Dana Fox', company: company.name, openAccount: true } });
  const { id } = await aDraftFor(customer.id);
  expect((await fill(id)).shipping.shipments[0]?.address).toMatchObject(office);
});

test('nothing ships: the bill goes to the default for billing, and no address or method is asked for', async () => {
  const customerId = await aCustomer({ billing: office });
  const { id } = await aDraftFor(customerId, [{ custom: { name: 'Design', unitPrice: '120', ships: false } }]);
  const filled = await fill(id);
  expect(states(filled)).toBe('not_needed not_needed done done');
  expect(filled).toMatchObject({ billing: { sameAsShipping: false, address: office }, shipping: { shipments: [{ address: null }] } });
  expect((await typesAt(id, filled.version)).toSorted()).toEqual(['billing.set', 'payment.chosen']);
});

test('the bill goes to the default for billing where that is another than it ships to', async () => {
  const { id } = await aDraft({ billing: office });
  expect((await fill(id)).billing).toMatchObject({ sameAsShipping: false, address: office });
});

test('it is sent as the newest submitted order was, as long as that is offered', async () => {
  const customerId = await aCustomer();
  const { id: before } = await aDraftFor(customerId);
  await fill(before);
  await client().setShippingMethod({ params: { id: before }, body: { rateId: express } });
  await client().submitOrder({ params: { id: before }, body: {} });
  const methodOf = async () => (await fill((await aDraftFor(customerId)).id)).shipping.shipments[0]?.method?.name;
  expect(await methodOf()).toBe('Express');
  const [zone] = (await client().listShippingZones({})).items;
  const offerExpress = (active: boolean) =>
    client().changeShippingZone({
      params: { id: zone?.id ?? '' },
      body: { rates: (zone?.rates ?? []).map((rate) => (rate.id === express ? { ...rate, active } : rate)) },
    });
  await offerExpress(false);
  expect(await methodOf()).toBe('Ground');
  await offerExpress(true);
});

test('what somebody else emptied again since is a conflict; what is one’s own, or was not touched, is not', async () => {
  const { id, version, shipping } = await aDraft();
  const emptied = { shipments: [{ id: shipping.shipments[0]?.id ?? '', address: null }] };
  await ana.client.setShipping({ params: { id }, body: { address: office } });
  const { version: last } = await ana.client.setShipping({ params: { id }, body: emptied });
  const refused = await app.owner.request('POST', `/api/v1/orders/${id}/checkout/usual`, { basedOn: version });
  expect([refused.status, await refused.json()]).toMatchObject([409, { code: 'order.conflict', conflicts: [{ pointer: '/shipping', version: last }] }]);
  expect(states(await read(id))).toBe('empty empty empty empty');
  expect(states(await fill(id, version, ana))).toBe('done done done done');

  const { id: other, version: made, lines } = await aDraft();
  await ana.client.changeLine({ params: { id: other, lineId: lines[0]?.id ?? '' }, body: { quantity: 20 } });
  expect(states(await fill(other, made))).toBe('done done done done');
});

test('an order that was handed in is not filled in', async () => {
  const { id } = await aDraft();
  await fill(id);
  await client().submitOrder({ params: { id }, body: {} });
  const refused = await app.owner.request('POST', `/api/v1/orders/${id}/checkout/usual`, {});
  expect([refused.status, await refused.json()]).toMatchObject([409, { code: 'order.not_editable' }]);
});

test('an accepted estimate keeps its rate and total through it, whatever the rate costs today', async () => {
  const { id } = await aDraft();
  await client().setShipping({ params: { id }, body: { address: pier } });
  await client().setShippingMethod({ params: { id }, body: { rateId: ground } });
  expect((await answer(app, await inTheirHands(app, id), 'accept')).status).toBe(200);
  const accepted = (await read(id)).totals.total;
  const [zone] = (await client().listShippingZones({})).items;
  const setGround = (amount: number) =>
    client().changeShippingZone({
      params: { id: zone?.id ?? '' },
      body: { rates: (zone?.rates ?? []).map((rate) => (rate.id === ground ? { ...rate, terms: { kind: 'flat' as const, amount } } : rate)) },
    });
  await setGround(9900);
  const filled = await fill(id);
  expect(filled).toMatchObject({ totals: { total: accepted }, payment: { method: 'open_account' } });
  expect(await client().submitOrder({ params: { id }, body: {} })).toMatchObject({ stage: 'submitted', totals: { total: accepted } });
  await setGround(980);
});
