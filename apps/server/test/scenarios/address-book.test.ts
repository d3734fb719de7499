// The address book of a customer: kept, changed by two people, deleted and brought back; and what an address must be.
import type { ProblemBody } from '@backdesk/contract/problem.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aShop, type Shop } from '../support/a-shop.ts';
import { createTestApp, type TestApp } from '../support/create-test-app.ts';

let app: TestApp;
let shop: Shop;
beforeAll(async () => {
  app = await createTestApp();
  shop = await aShop(app);
});
afterAll(() => app.close());

const portland = { line1: '12 Harbor St', city: 'Portland', region: 'ME', postcode: '04101', country: 'US' };
const path = (id: string, addressId: string) => `/api/v1/customers/${id}/addresses/${addressId}`;
const bookOf = async (id: string) => (await app.owner.client.listCustomerAddresses({ params: { id } })).items;

async function problem(answer: Response | Promise<Response>, status: number): Promise<ProblemBody> {
  const response = await answer;
  expect(response.status).toBe(status);
  return (await response.json()) as ProblemBody;
}

async function aCustomer() {
  const { client } = app.owner;
  const { id } = await client.createCustomer({ body: { name: 'Dana Wu' } });
  const shopAddress = await client.addCustomerAddress({
    params: { id },
    body: { label: 'Shop', address: portland, defaultShipping: true, defaultBilling: true },
  });
  const dock = await client.addCustomerAddress({ params: { id }, body: { label: 'Dock', address: { ...portland, line1: '3 Pier' } } });
  return { id, shopAddress, dock };
}

test('an address is kept as its country writes it: the region by its code, the postcode in its shape', async () => {
  const { client } = app.owner;
  const made = await client.createCustomer({
    body: { name: 'Far', addresses: [{ address: { line1: '1-2-3 Ginza', city: 'Chuo-ku', region: 'Tokyo', postcode: '1040061', country: 'JP' } }] },
  });
  expect(made.addresses[0]?.address).toMatchObject({ region: '13', postcode: '104-0061', city: 'Chuo-ku' });
  const params = { id: made.id };
  const added = await client.addCustomerAddress({ params, body: { address: { ...portland, region: 'calif.', postcode: '941030001' } } });
  expect(added.address).toMatchObject({ region: 'CA', postcode: '94103-0001' });
  // No town in the Emirates' layout, no postcode either.
  const dubai = await client.addCustomerAddress({ params, body: { address: { line1: 'Sheikh Zayed Road 9', region: 'Dubai', country: 'AE' } } });
  expect(dubai.address).toMatchObject({ region: 'DU', city: '', postcode: '' });
});

test.each([
  [{ country: 'ZZ' }, '/address/country', /ISO 3166/],
  [{ country: 'UK' }, '/address/country', /ISO 3166/],
  [{ city: '' }, '/address/city', /needed/],
  [{ region: '' }, '/address/region', /needed/],
  [{ region: 'Bavaria' }, '/address/region', /no region of US/],
  [{ postcode: 'SW1A 1AA' }, '/address/postcode', /like 95014 or 22162-1010/],
  [{ postcode: '' }, '/address/postcode', /needed/],
  [{ line1: ' ' }, '/address/line1', /empty/],
  [{ city: 'x'.repeat(121) }, '/address/city', /./],
  [{ city: 'Port\nland' }, '/address/city', /one line/],
])('the book and an order refuse %j at its field', async (part, pointer, message) => {
  const { id } = await app.owner.client.createCustomer({ body: { name: 'Picky' } });
  const order = await app.owner.client.createOrder({ body: { customerId: shop.customerId, lines: [{ sku: 'MUG', quantity: 1 }] } });
  const body = { address: { ...portland, ...part } };
  for (const answer of [
    await app.owner.request('POST', `/api/v1/customers/${id}/addresses`, body),
    await app.owner.request('PUT', `/api/v1/orders/${order.id}/shipping`, body),
    await app.owner.request('PUT', `/api/v1/orders/${order.id}/billing`, { sameAsShipping: false, ...body }),
  ]) {
    const { code, errors } = await problem(answer, 422);
    expect(code).toBe('request.invalid');
    expect(errors?.map((error) => error.pointer)).toEqual([pointer]);
    expect(errors?.[0]?.message).toMatch(message);
  }
  expect(await bookOf(id)).toEqual([]);
});

test('another default takes over, and an order keeps the copy it has', async () => {
  const { client } = app.owner;
  const { id, shopAddress, dock } = await aCustomer();
  const order = await client.createOrder({ body: { customerId: id, lines: [{ sku: 'MUG', quantity: 1 }] } });
  await client.setShipping({ params: { id: order.id }, body: { address: shopAddress.address } });
  await client.changeCustomerAddress({ params: { id, addressId: dock.id }, body: { defaultShipping: true } });
  await client.changeCustomerAddress({ params: { id, addressId: shopAddress.id }, body: { address: { ...portland, line1: '99 Moved Ave' } } });
  expect((await bookOf(id)).map((each) => [each.label, each.address.line1, each.defaultShipping, each.defaultBilling])).toEqual([
    ['Shop', '99 Moved Ave', false, true],
    ['Dock', '3 Pier', true, false],
  ]);
  expect((await client.getOrder({ params: { id: order.id } })).shipping.shipments[0]?.address?.line1).toBe('12 Harbor St');
});

test('two people change one address: different fields both stay, the same field is told with its value', async () => {
  const { client } = app.owner;
  const { id, shopAddress } = await aCustomer();
  const params = { id, addressId: shopAddress.id };
  const basedOn = shopAddress.version;
  await client.changeCustomerAddress({ params, body: { label: 'Old shop', basedOn } });
  const merged = await client.changeCustomerAddress({ params, body: { address: { ...portland, line1: '1 First' }, basedOn } });
  expect([merged.label, merged.address.line1]).toEqual(['Old shop', '1 First']);
  const second = await problem(app.owner.request('PATCH', path(id, shopAddress.id), { address: { ...portland, line1: '2 Second' }, basedOn }), 409);
  expect(second.code).toBe('conflict');
  expect(second.conflicts).toMatchObject([{ pointer: '/address', value: { line1: '1 First' }, version: merged.version }]);
  const again = await client.changeCustomerAddress({ params, body: { address: { ...portland, line1: '2 Second' }, basedOn: merged.version } });
  expect(again.address.line1).toBe('2 Second');
});

test('a deleted address is gone everywhere and comes back as it was; a default that came meanwhile stays', async () => {
  const { client } = app.owner;
  const { id, shopAddress, dock } = await aCustomer();
  const params = { id, addressId: shopAddress.id };
  await client.deleteCustomerAddress({ params });
  expect((await bookOf(id)).map(({ label }) => label)).toEqual(['Dock']);
  expect((await client.getCustomer({ params: { id } })).addresses).toHaveLength(1);
  await problem(app.owner.request('DELETE', path(id, shopAddress.id)), 404);
  await problem(app.owner.request('PATCH', path(id, shopAddress.id), { label: 'x' }), 404);
  await client.changeCustomerAddress({ params: { id, addressId: dock.id }, body: { defaultShipping: true } });
  const back = await client.restoreCustomerAddress({ params });
  expect(back).toMatchObject({ label: 'Shop', address: shopAddress.address, defaultShipping: false, defaultBilling: true });
  const told = (await client.getCustomerHistory({ params: { id }, query: {} })).items.map(({ sentence }) => sentence);
  expect(told.slice(0, 3)).toEqual([
    `Address restored: Shop, ${shopAddress.address.line1}, ${shopAddress.address.city}`,
    `Ships to Dock, ${dock.address.line1}, ${dock.address.city} by default`,
    `Address deleted: Shop, ${shopAddress.address.line1}, ${shopAddress.address.city}`,
  ]);
  // Once more changes nothing.
  expect(await client.restoreCustomerAddress({ params })).toEqual(back);
});

test('an address of another customer is answered like a missing one', async () => {
  const one = await aCustomer();
  const other = await aCustomer();
  await problem(app.owner.request('PATCH', path(one.id, other.dock.id), { label: 'x' }), 404);
  await problem(app.owner.request('DELETE', path(one.id, other.dock.id)), 404);
  await problem(app.owner.request('POST', `${path(one.id, other.dock.id)}/restore`), 404);
  expect((await bookOf(other.id)).map(({ label }) => label)).toEqual(['Shop', 'Dock']);
});

test('an address that an order or a book holds from before a rule never blocks what leaves it as it is', async () => {
  const { client } = app.owner;
  // An import takes an old list as it is: no state, a postcode that is none.
  const file = 'Number,Name,Street,City,Zip,Country\nOLD-1,Old Timer,1 Old Rd,Oldtown,unknown,US\n';
  const answer = await app.owner.request('POST', '/api/v1/imports/customers', file, { 'content-type': 'text/csv' });
  const { id: importId } = (await answer.json()) as { id: string };
  await app.runJobs();
  expect((await client.getImport({ params: { id: importId } })).customers?.created).toBe(1);
  const [found] = (await client.listCustomers({ query: { q: 'OLD-1' } })).items;
  const id = found?.id ?? '';
  const [old] = await bookOf(id);
  if (old === undefined) throw new Error('The import made no address.');
  const params = { id, addressId: old.id };
  expect((await client.changeCustomerAddress({ params, body: { label: 'Old', address: old.address } })).label).toBe('Old');
  const order = await client.createOrder({ body: { customerId: id, lines: [{ sku: 'MUG', quantity: 1 }] } });
  await client.setShipping({ params: { id: order.id }, body: { address: old.address } });
  const changed = await problem(app.owner.request('PATCH', path(id, old.id), { address: { ...old.address, line1: '2 New Rd' } }), 422);
  expect(changed.errors?.map(({ pointer }) => pointer)).toEqual(['/address/region', '/address/postcode']);
});
