// Companies over HTTP: found, changed without loss, deleted and restored with their contacts, and what their customers have from them.
import type { ProblemBody } from '@backdesk/contract/problem.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aShop, type Shop } from '../support/a-shop.ts';
import type { Caller, TestApp } from '../support/create-test-app.ts';
import { createTestApp } from '../support/create-test-app.ts';

let app: TestApp;
let shop: Shop;
let sales: Caller;
beforeAll(async () => {
  app = await createTestApp();
  shop = await aShop(app);
  sales = await app.as('sales');
});
afterAll(() => app.close());

const address = { line1: '14 Pier Street', city: 'New York', region: 'NY', postcode: '10004', country: 'US' };

async function refused(answer: Promise<Response>, status: number): Promise<ProblemBody> {
  const response = await answer;
  expect(response.status).toBe(status);
  return (await response.json()) as ProblemBody;
}

const client = () => app.owner.client;
const aCompany = (name: string) => client().createCompany({ body: { name } });
const aCustomer = (name: string, company: string | null = null) => client().createCustomer({ body: { name, company } });
const contactsOf = async (id: string) => (await client().listCompanyContacts({ params: { id } })).items.map(({ name }) => name);
const historyOf = async (id: string) => (await client().listCompanyHistory({ params: { id } })).items.map(({ text }) => text);
const roleNamed = async (name: string) => (await client().listPriceRoles({})).items.find((role) => role.name === name)?.id ?? '';

test('a company is made with addresses, read, changed and found', async () => {
  const made = await client().createCompany({
    body: { name: 'Harbor Coffee Co.', number: 'HC-1', addresses: [{ address, defaultShipping: true }, { address }] },
  });
  expect(made).toMatchObject({ version: 1, terms: '', role: null, creditLimit: null, contactCount: 0 });
  expect(made.addresses.map(({ defaultShipping, of }) => [defaultShipping, of])).toEqual([
    [true, 'company'],
    [false, 'company'],
  ]);
  await client().changeCompany({ params: { id: made.id }, body: { name: 'Harbor Roasters' } });
  const terms = { terms: 'Net 30', taxExemption: 'ST-119', creditLimit: { amount: 500_000, currency: 'USD' }, roleId: await roleNamed('Gold') };
  const changed = await client().changeCompanyTerms({ params: { id: made.id }, body: terms });
  expect(changed).toMatchObject({
    name: 'Harbor Roasters',
    terms: 'Net 30',
    role: { name: 'Gold' },
    creditLimit: { amount: 500_000, currency: 'USD' },
    version: 3,
  });
  expect(await client().getCompany({ params: { id: made.id } })).toEqual(changed);
  for (const q of ['harbor', 'ROAST', 'hc-1']) expect((await client().listCompanies({ query: { q } })).items.map(({ id }) => id)).toEqual([made.id]);
  expect((await client().listCompanies({ query: { q: 'coffee' } })).items).toEqual([]);
  expect(await historyOf(made.id)).toEqual([
    'Changed payment terms from none to Net 30, price role from none to Gold, tax exemption from none to ST-119, credit limit from none to $5,000.00',
    'Changed name from Harbor Coffee Co. to Harbor Roasters',
    'Made the company',
  ]);
});

test('a name or number of another is refused and says whose it is', async () => {
  const first = await client().createCompany({ body: { name: 'Twice Ltd', number: 'T-1' } });
  const byName = await refused(app.owner.request('POST', '/api/v1/companies', { name: 'TWICE LTD' }), 409);
  expect(byName).toMatchObject({ code: 'company.name_taken', detail: { companyId: first.id, name: 'Twice Ltd' } });
  const byNumber = await refused(app.owner.request('POST', '/api/v1/companies', { name: 'Another', number: 't-1' }), 409);
  expect(byNumber).toMatchObject({ code: 'company.number_taken', detail: { companyId: first.id } });
});

test('twenty companies made at once with one number: one is made, the others are told', async () => {
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, n) => app.owner.request('POST', '/api/v1/companies', { name: `Race ${n}`, number: 'RACE-1' })),
  );
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  for (const answer of answers.filter(({ status }) => status !== 201)) expect((await refused(Promise.resolve(answer), 409)).code).toBe('company.number_taken');
});

test('two change one company: other fields merge, the same field is a conflict with both values', async () => {
  const { id, version } = await aCompany('Merged Ltd');
  await client().changeCompany({ params: { id }, body: { notes: 'Gate code 12', basedOn: version } });
  await client().changeCompany({ params: { id }, body: { number: 'M-1', basedOn: version } });
  const conflict = await refused(app.owner.request('PATCH', `/api/v1/companies/${id}`, { notes: 'Gate code 13', basedOn: version }), 409);
  expect(conflict).toMatchObject({ code: 'conflict', conflicts: [{ pointer: '/notes', value: 'Gate code 12' }] });
  expect(await client().getCompany({ params: { id } })).toMatchObject({ notes: 'Gate code 12', number: 'M-1' });
});

test('sales sees companies and changes names; terms need a permission of their own', async () => {
  const { id } = await aCompany('Permitted Ltd');
  await sales.client.changeCompany({ params: { id }, body: { notes: 'Seen' } });
  expect((await refused(sales.request('PATCH', `/api/v1/companies/${id}/terms`, { terms: 'Net 90' }), 403)).code).toBe('request.forbidden');
  const customer = await aCustomer('Plain Pat');
  await refused(sales.request('PUT', `/api/v1/customers/${customer.id}/price-role`, { roleId: await roleNamed('Gold') }), 403);
});

test('a credit limit in another currency or below zero, and a role that does not exist, are refused', async () => {
  const { id } = await aCompany('Limited Ltd');
  const path = `/api/v1/companies/${id}/terms`;
  const pointerOf = async (body: object) => (await refused(app.owner.request('PATCH', path, body), 422)).errors?.[0]?.pointer;
  expect(await pointerOf({ creditLimit: { amount: 1, currency: 'EUR' } })).toBe('/creditLimit/currency');
  expect(await pointerOf({ creditLimit: { amount: -1, currency: 'USD' } })).toBe('/creditLimit/amount');
  expect(await pointerOf({ roleId: id })).toBe('/roleId');
});

test('contacts are taken in, moved and taken out; both companies and the customer say so', async () => {
  const [first, second] = [await aCompany('First Ltd'), await aCompany('Second Ltd')];
  const [ann, ben] = [await aCustomer('Ann Lee'), await aCustomer('Ben Cho')];
  await client().addCompanyContacts({ params: { id: first.id }, body: { customerIds: [ann.id, ben.id] } });
  expect(await contactsOf(first.id)).toEqual(['Ann Lee', 'Ben Cho']);
  await client().addCompanyContacts({ params: { id: second.id }, body: { customerIds: [ben.id] } });
  expect([await contactsOf(first.id), await contactsOf(second.id)]).toEqual([['Ann Lee'], ['Ben Cho']]);
  await client().removeCompanyContact({ params: { id: first.id, customerId: ann.id } });
  expect((await client().getCustomer({ params: { id: ann.id } })).company).toBeNull();
  expect(await historyOf(first.id)).toEqual(['Took out Ann Lee', 'Took out Ben Cho', 'Took in Ann Lee, Ben Cho', 'Made the company']);
  const found = async (q: string) => (await client().listCustomers({ query: { q } })).items.map(({ name }) => name);
  expect(await found('second ltd')).toEqual(['Ben Cho']);
  await client().changeCompany({ params: { id: second.id }, body: { name: 'Zephyrus Ltd' } });
  expect(await found('zephyrus')).toEqual(['Ben Cho']);
});

test('two companies take over each other’s contacts at once, again and again: everybody is somewhere, nothing waits in a ring', async () => {
  const [left, right] = [await aCompany('Left Ltd'), await aCompany('Right Ltd')];
  const people = await Promise.all(['P1', 'P2', 'P3', 'P4'].map((name) => aCustomer(name)));
  const customerIds = people.map(({ id }) => id);
  const moves = Array.from({ length: 10 }, (_, n) =>
    app.owner.request('POST', `/api/v1/companies/${(n % 2 === 0 ? left : right).id}/contacts`, { customerIds }),
  );
  expect((await Promise.all(moves)).map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200));
  expect([...(await contactsOf(left.id)), ...(await contactsOf(right.id))].toSorted()).toEqual(['P1', 'P2', 'P3', 'P4']);
});

test('a deleted company is gone, its contacts stay; a restore brings back those without another', async () => {
  const { id } = await aCompany('Gone Ltd');
  const [stays, leaves] = [await aCustomer('Stays', 'Gone Ltd'), await aCustomer('Leaves', 'Gone Ltd')];
  await client().deleteCompany({ params: { id } });
  await refused(app.owner.request('GET', `/api/v1/companies/${id}`), 404);
  expect((await client().getCustomer({ params: { id: stays.id } })).company).toBeNull();
  await client().changeCustomer({ params: { id: leaves.id }, body: { company: 'Elsewhere' } });
  expect((await client().restoreCompany({ params: { id } })).contactCount).toBe(1);
  expect(await contactsOf(id)).toEqual(['Stays']);
  await refused(app.owner.request('POST', `/api/v1/companies/${id}/restore`), 404);
});

test('deleted companies are listed for 30 days, apart from the others, by name as they are', async () => {
  const { id } = await aCompany('Listed Gone Ltd');
  await aCompany('Listed Here Ltd');
  await client().deleteCompany({ params: { id } });
  const listed = async (deleted?: 'true') => (await client().listCompanies({ query: { q: 'listed', ...(deleted && { deleted }) } })).items;
  expect((await listed()).map(({ name, deletedAt }) => [name, deletedAt])).toEqual([['Listed Here Ltd', null]]);
  expect((await listed('true')).map(({ name, deletedAt }) => [name, deletedAt])).toEqual([['Listed Gone Ltd', app.clock.now().toISOString()]]);
  app.clock.advance({ days: 31 });
  expect(await listed('true')).toEqual([]);
  app.clock.advance({ days: -31 });
  await client().restoreCompany({ params: { id } });
  expect(await listed('true')).toEqual([]);
  expect(await listed()).toHaveLength(2);
});

test('a restore is refused when the name was taken meanwhile', async () => {
  const { id } = await aCompany('Phoenix Ltd');
  await client().deleteCompany({ params: { id } });
  const next = await aCompany('Phoenix Ltd');
  const taken = await refused(app.owner.request('POST', `/api/v1/companies/${id}/restore`), 409);
  expect(taken).toMatchObject({ code: 'company.name_taken', detail: { companyId: next.id } });
});

test('addresses are added, replaced and removed; one default of a kind; customers may choose them', async () => {
  const { id } = await aCompany('Placed Ltd');
  const first = await client().addCompanyAddress({ params: { id }, body: { address, defaultShipping: true } });
  const second = await client().addCompanyAddress({ params: { id }, body: { address: { ...address, line1: '2 Dock' }, defaultShipping: true } });
  const customer = await aCustomer('Chooser', 'Placed Ltd');
  expect(customer.addresses.map((one) => [one.address.line1, one.defaultShipping, one.of])).toEqual([
    ['14 Pier Street', false, 'company'],
    ['2 Dock', true, 'company'],
  ]);
  await client().changeCompanyAddress({ params: { id, addressId: first.id }, body: { label: 'Shop', address: { ...address, line1: '15 Pier Street' } } });
  // A second person at the same address: what the first changed is told, what they did not touch merges.
  const stale = { path: `/api/v1/companies/${id}/addresses/${first.id}`, basedOn: first.version };
  const told = await refused(app.owner.request('PATCH', stale.path, { label: 'Store', basedOn: stale.basedOn }), 409);
  expect(told).toMatchObject({ code: 'conflict', conflicts: [{ pointer: '/label', value: 'Shop' }] });
  const merged = await client().changeCompanyAddress({ params: { id, addressId: first.id }, body: { defaultBilling: true, basedOn: stale.basedOn } });
  expect(merged.addresses.map((one) => [one.label, one.defaultBilling])).toEqual([
    ['Shop', true],
    ['', false],
  ]);
  const left = await client().removeCompanyAddress({ params: { id, addressId: second.id } });
  expect(left.addresses.map((one) => [one.label, one.address.line1])).toEqual([['Shop', '15 Pier Street']]);
  const other = await aCompany('Not Theirs Ltd');
  await refused(app.owner.request('DELETE', `/api/v1/companies/${other.id}/addresses/${first.id}`), 404);
});

test('every company is reached through pages, in every order', async () => {
  const all = (await client().listCompanies({ query: { limit: 200 } })).items.map(({ id }) => id).toSorted();
  for (const sort of ['name', '-name', 'number', '-number', 'updated', '-updated'] as const) {
    const seen: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await client().listCompanies({ query: { limit: 3, sort, ...(cursor && { cursor }) } });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(`${sort} ${seen.toSorted()}`).toBe(`${sort} ${all}`);
  }
});

test('filters: by role, exemption and contacts', async () => {
  const names = async (query: NonNullable<Parameters<ReturnType<typeof client>['listCompanies']>[0]['query']>) =>
    (await client().listCompanies({ query: { limit: 200, ...query } })).items.map(({ name }) => name);
  expect(await names({ roleId: await roleNamed('Gold') })).toEqual(['Harbor Roasters']);
  expect(await names({ exempt: 'true' })).toEqual(['Harbor Roasters']);
  expect(await names({ exempt: 'false' })).not.toContain('Harbor Roasters');
  expect(await names({ contacts: 'true' })).toContain('Placed Ltd');
  expect(await names({ contacts: 'false' })).not.toContain('Placed Ltd');
});

test('what a customer has from the company is said with where it is from, and their own stands before it', async () => {
  const silver = await client().createPriceRole({ body: { name: 'Silver' } });
  const customer = await aCustomer('Nora', 'Harbor Roasters');
  expect(customer).toMatchObject({
    role: { name: 'Gold' },
    ownRole: null,
    terms: { role: { name: 'Gold', from: 'company' }, exemption: { reason: 'ST-119', from: 'company' }, payment: { terms: 'Net 30', from: 'company' } },
  });
  const own = await client().setCustomerPriceRole({ params: { id: customer.id }, body: { roleId: silver.id } });
  expect(own).toMatchObject({ role: { name: 'Silver' }, ownRole: { name: 'Silver' }, terms: { role: { from: 'customer' } } });
  expect(shop.customerId).not.toBe('');
});
