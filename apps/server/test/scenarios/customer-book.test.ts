import type { ProblemBody } from '@backdesk/contract/problem.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestApp } from '../support/create-test-app.ts';
import { createTestApp } from '../support/create-test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

const address = { line1: '12 Harbor St', city: 'Portland', region: 'ME', postcode: '04101', country: 'US' };

async function refused(answer: Promise<Response>, status: number): Promise<ProblemBody> {
  const response = await answer;
  expect(response.status).toBe(status);
  return (await response.json()) as ProblemBody;
}

const find = async (q: string) => (await app.owner.client.listCustomers({ query: { q } })).items.map(({ name }) => name);

test('a customer is made with company and addresses, and found by what callers give', async () => {
  const made = await app.owner.client.createCustomer({
    body: {
      name: 'Dana Wu',
      email: 'Dana@Harbor.example',
      phone: '+1 (207) 555-0199',
      company: 'Harbor Coffee Co.',
      number: 'C-1001',
      title: 'Buyer',
      addresses: [
        { label: 'Shop', address, defaultShipping: true, defaultBilling: true },
        { label: 'Roastery', address: { ...address, line1: '3 Pier' }, defaultShipping: true },
      ],
    },
  });
  expect(made).toMatchObject({
    name: 'Dana Wu',
    email: 'Dana@Harbor.example',
    company: { name: 'Harbor Coffee Co.' },
    version: 1,
    openAccount: true,
    taxExemption: null,
  });
  expect(made.addresses.map(({ label, defaultShipping, defaultBilling }) => [label, defaultShipping, defaultBilling])).toEqual([
    ['Shop', false, true],
    ['Roastery', true, false],
  ]);
  expect(await app.owner.client.getCustomer({ params: { id: made.id } })).toEqual(made);
  for (const q of [
    'dana@harbor.example',
    'dana@',
    'Dana',
    'wu',
    'harbor coffee',
    'c-1001',
    '2075550199',
    '207 555-0199',
    '+1 207 555 0199',
    '0012075550199',
    '555-0199',
    'habror coffee',
    // As two cells of a sheet are pasted.
    'Dana\tWu',
    'Wu\r\nHarbor Coffee',
  ]) {
    expect(`${q}: ${await find(q)}`).toBe(`${q}: Dana Wu`);
  }
});

test('two customers of one company typed differently share it', async () => {
  const first = await app.owner.client.createCustomer({ body: { name: 'Ann', company: 'Northside School' } });
  const second = await app.owner.client.createCustomer({ body: { name: 'Ben', company: 'northside SCHOOL' } });
  expect(second.company).toEqual(first.company);
  expect((await app.owner.client.listCompanies({ query: { q: 'north' } })).items).toHaveLength(1);
});

test('twenty customers made at once for a new company get one company', async () => {
  const made = await Promise.all(
    Array.from({ length: 20 }, (_, n) => app.owner.client.createCustomer({ body: { name: `Twin ${n}`, company: 'Rush & Sons' } })),
  );
  expect(new Set(made.map(({ company }) => company?.id)).size).toBe(1);
});

test('someone who only phones has no e-mail; any number of them', async () => {
  await app.owner.client.createCustomer({ body: { name: 'Phone Only', phone: '555 1234' } });
  const second = await app.owner.client.createCustomer({ body: { name: 'Phone Only', email: null } });
  expect(second.email).toBeNull();
  expect(await find('phone only')).toHaveLength(2);
});

test('an e-mail address or number of another is refused and says whose it is; it becomes free with a deletion', async () => {
  const first = await app.owner.client.createCustomer({ body: { name: 'First', email: 'same@x.example', number: '77' } });
  const body = { name: 'Second', email: 'SAME@x.example' };
  expect(await refused(app.owner.request('POST', '/api/v1/customers', body), 409)).toMatchObject({
    code: 'customer.email_taken',
    detail: { customerId: first.id, name: 'First' },
  });
  expect(await refused(app.owner.request('POST', '/api/v1/customers', { name: 'x', number: '77' }), 409)).toMatchObject({
    code: 'customer.number_taken',
    detail: { customerId: first.id },
  });
  expect((await app.stranger.client.createCustomer({ body })).email).toBe('SAME@x.example');
  await app.owner.client.deleteCustomer({ params: { id: first.id } });
  expect((await app.owner.request('GET', `/api/v1/customers/${first.id}`)).status).toBe(404);
  expect((await app.owner.client.createCustomer({ body })).name).toBe('Second');
});

test('of ten who take one e-mail address at once, one gets it and nine are told', async () => {
  const statuses = await Promise.all(
    Array.from({ length: 10 }, async () => (await app.owner.request('POST', '/api/v1/customers', { name: 'Race', email: 'race@x.example' })).status),
  );
  expect(statuses.toSorted()).toEqual([201, ...Array.from({ length: 9 }, () => 409)]);
});

test('two people change one customer: other fields merge, the same field is a conflict that names the other', async () => {
  const { id } = await app.owner.client.createCustomer({ body: { name: 'Carla', phone: '1' } });
  await app.owner.client.changeCustomer({ params: { id }, body: { basedOn: 1, phone: '22222' } });
  const merged = await app.apiKey.client.changeCustomer({ params: { id }, body: { basedOn: 1, company: 'New Co', notes: 'calls on Mondays' } });
  expect(merged).toMatchObject({ phone: '22222', company: { name: 'New Co' }, notes: 'calls on Mondays', version: 3 });
  expect(await refused(app.apiKey.request('PATCH', `/api/v1/customers/${id}`, { basedOn: 1, phone: '33333' }), 409)).toMatchObject({
    code: 'conflict',
    conflicts: [{ pointer: '/phone', value: '22222', version: 2, by: 'Owner of main' }],
  });
  expect(await find('22222')).toEqual(['Carla']);
  const emptied = await app.owner.client.changeCustomer({ params: { id }, body: { company: '' } });
  expect(emptied.company).toBeNull();
});

test('an address is added and takes over as default', async () => {
  const { id } = await app.owner.client.createCustomer({ body: { name: 'Mover', addresses: [{ address, defaultShipping: true }] } });
  const added = await app.owner.client.addCustomerAddress({ params: { id }, body: { address: { ...address, line1: 'New 1' }, defaultShipping: true } });
  const { addresses, version } = await app.owner.client.getCustomer({ params: { id } });
  expect(addresses.map(({ defaultShipping }) => defaultShipping)).toEqual([false, true]);
  expect(addresses[1]).toEqual(added);
  expect(version).toBe(2);
});

test('names in any script come back and are found', async () => {
  for (const name of ['王小明', 'محمد الأحمد', 'Ελένη', '🦊 & Söhne <b>', "O'Brien; drop table customers", 'नमस्ते', 'Łukasz', 'x'.repeat(200)]) {
    const made = await app.owner.client.createCustomer({ body: { name, company: name } });
    expect(made).toMatchObject({ name, company: { name } });
    expect(await find(name)).toContain(name);
  }
  expect(await find('lukasz')).toEqual(['Łukasz']);
  expect(await find('小明')).toEqual(['王小明']);
});

test.each([
  ['no name', { name: '  ' }, '/name'],
  ['no name at all', {}, '/name'],
  ['bad e-mail', { name: 'x', email: 'x@' }, '/email'],
  ['line break in the name', { name: 'a\r\nBcc: x@x.example' }, '/name'],
  ['NUL', { name: 'a\u0000' }, '/name'],
  ['server field', { name: 'x', version: 4 }, '/version'],
  ['bad country', { name: 'x', addresses: [{ address: { ...address, country: 'USA' } }] }, '/addresses/0/address/country'],
  ['unknown custom field', { name: 'x', fields: { 'shoe/size': 44 } }, '/fields/shoe~1size'],
  ['half a surrogate pair', { name: 'a\ud83d' }, '/name'],
])('a customer is not made of bad input: %s', async (_, body, pointer) => {
  expect(await refused(app.owner.request('POST', '/api/v1/customers', body), 422)).toMatchObject({ code: 'request.invalid', errors: [{ pointer }] });
});

test('another account neither sees nor changes a customer', async () => {
  const { id } = await app.owner.client.createCustomer({ body: { name: 'Secret Person' } });
  expect((await app.stranger.client.listCustomers({ query: { q: 'secret' } })).items).toEqual([]);
  await refused(app.stranger.request('GET', `/api/v1/customers/${id}`), 404);
  await refused(app.stranger.request('PATCH', `/api/v1/customers/${id}`, { name: 'x' }), 404);
  await refused(app.stranger.request('POST', `/api/v1/customers/${id}/addresses`, { address }), 404);
  await refused(app.stranger.request('DELETE', `/api/v1/customers/${id}`), 404);
});

test('customers page by name without a gap', async () => {
  await Promise.all(Array.from({ length: 30 }, (_, n) => app.owner.client.createCustomer({ body: { name: `Pager ${String(n).padStart(2, '0')}` } })));
  const names: string[] = [];
  let cursor: string | null = null;
  do {
    const page: { items: { name: string }[]; nextCursor: string | null } = await app.owner.client.listCustomers({
      query: { q: 'pager', limit: 7, ...(cursor === null ? {} : { cursor }) },
    });
    names.push(...page.items.map(({ name }) => name));
    cursor = page.nextCursor;
  } while (cursor !== null);
  expect(names).toEqual(Array.from({ length: 30 }, (_, n) => `Pager ${String(n).padStart(2, '0')}`));
});
