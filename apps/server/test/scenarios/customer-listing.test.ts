import type { ProblemBody } from '@backdesk/contract/problem.ts';
import { readCsv } from '@backdesk/domain/csv/read-csv.ts';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { aPriceList, readyToSubmit } from '../support/a-ready-order.ts';
import { aShop, type Shop } from '../support/a-shop.ts';
import type { TestApp } from '../support/create-test-app.ts';
import { createTestApp } from '../support/create-test-app.ts';

type Query = NonNullable<Parameters<TestApp['owner']['client']['listCustomers']>[0]['query']>;

let app: TestApp;
let shop: Shop;
let goldId: string;
/** Ids of the people below, by name. */
const ids = new Map<string, string>();

// Beside Dana Fox (Acme Ltd) and Golda Meyer (Gold) of the shop.
const people = [
  { name: 'Ann Able', number: 'C-10', company: 'Zeta Works', email: 'ann@zeta.example' },
  { name: 'Ben Baker', number: 'C-9', company: 'Acme Ltd', active: false },
  { name: 'Cleo Cole', number: '7', taxExemption: 'ST-119', openAccount: false },
  { name: 'Dora Dunn', number: null, fields: { segment: 'Retail', vip: true } },
  { name: 'Emil Ekström', number: null, fields: { segment: 'School' } },
];

beforeAll(async () => {
  app = await createTestApp();
  shop = await aShop(app);
  await aPriceList(app);
  const { client } = app.owner;
  await client.createCustomerField({ body: { code: 'segment', label: 'Segment', type: 'select', options: ['Retail', 'School'] } });
  await client.createCustomerField({ body: { code: 'vip', label: 'VIP, "really"', type: 'checkbox' } });
  // The shop's own two are rows made by SQL: a save gives them what they are sorted by.
  for (const id of [shop.customerId, shop.goldCustomerId]) await client.changeCustomer({ params: { id }, body: { title: 'Buyer' } });
  await sql`update customers set created_at = created_at + interval '1 second' where id = ${shop.goldCustomerId}`.execute(app.db);
  for (const body of people) {
    app.clock.advance({ days: 1 });
    ids.set(body.name, (await client.createCustomer({ body })).id);
  }
  ids.set('Dana Fox', shop.customerId).set('Golda Meyer', shop.goldCustomerId);
  goldId = (await client.getCustomer({ params: { id: shop.goldCustomerId } })).role?.id ?? '';
  await sql`update companies set tax_exemption = 'Church' where name = 'Zeta Works'`.execute(app.db);
});
afterAll(() => app.close());
afterEach(() => vi.restoreAllMocks());

const names = async (query: Query) => (await app.owner.client.listCustomers({ query })).items.map(({ name }) => name);
const idOf = (name: string) => ids.get(name) ?? '';

/** Page by page, two at a time. */
async function inPages(query: Query): Promise<readonly string[]> {
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof app.owner.client.listCustomers>> = await app.owner.client.listCustomers({
      query: { ...query, limit: 2, ...(cursor !== null && { cursor }) },
    });
    seen.push(...page.items.map(({ name }) => name));
    cursor = page.nextCursor;
  } while (cursor !== null);
  return seen;
}

const everybody = ['Ann Able', 'Ben Baker', 'Cleo Cole', 'Dana Fox', 'Dora Dunn', 'Emil Ekström', 'Golda Meyer'];

test.each([
  ['a price role, also by way of the company', async () => ({ roleId: goldId }), ['Golda Meyer']],
  ['tax exempt, also by way of the company', async () => ({ taxExempt: 'true' }), ['Ann Able', 'Cleo Cole']],
  ['taxed', async () => ({ taxExempt: 'false' }), ['Ben Baker', 'Dana Fox', 'Dora Dunn', 'Emil Ekström', 'Golda Meyer']],
  ['closed', async () => ({ active: 'false' }), ['Ben Baker']],
  ['no open account', async () => ({ openAccount: 'false' }), ['Cleo Cole']],
  ['a select field', async () => ({ fields: '{"segment":"Retail"}' }), ['Dora Dunn']],
  ['a ticked field', async () => ({ fields: '{"vip":true}' }), ['Dora Dunn']],
  ['a field that is not ticked, or was never set', async () => ({ fields: '{"vip":false}' }), everybody.filter((name) => name !== 'Dora Dunn')],
  ['two at once', async () => ({ fields: '{"segment":"Retail","vip":true}', active: 'true' }), ['Dora Dunn']],
  ['words and a filter', async () => ({ q: 'acme', active: 'true' }), ['Dana Fox']],
  ['part of an e-mail address and a filter', async () => ({ q: 'ann@ze', active: 'true' }), ['Ann Able']],
  ['only signs', async () => ({ q: '!!!', active: 'true' }), []],
] as const)('filter: %s', async (_, query, found) => {
  const filters = (await query()) as Query;
  expect(await names(filters)).toEqual(found);
  expect((await app.owner.client.countCustomers({ query: filters })).count).toBe(found.length);
});

test('filter: the default price role finds everybody who has no other', async () => {
  const { id } = await app.owner.client.createPriceRole({ body: { name: 'Usual' } });
  expect(await names({ roleId: id })).toEqual([]);
  await app.owner.client.changePriceRole({ params: { id }, body: { isDefault: true } });
  expect(await names({ roleId: id })).toEqual(everybody.filter((name) => name !== 'Golda Meyer'));
  expect((await app.owner.client.countCustomers({ query: { roleId: id } })).count).toBe(everybody.length - 1);
  const roles = (await app.owner.client.listCustomers({ query: { sort: 'name' } })).items.map(({ name, role }) => [name, role?.name]);
  expect(roles).toEqual(everybody.map((name) => [name, name === 'Golda Meyer' ? 'Gold' : 'Usual']));
  await app.owner.client.deletePriceRole({ params: { id } });
});

test('filter: a company, whoever works there', async () => {
  const { company } = await app.owner.client.getCustomer({ params: { id: shop.customerId } });
  expect(await names({ companyId: company?.id ?? '' })).toEqual(['Ben Baker', 'Dana Fox']);
});

test('filter: created on a day of the account, whose night is another day in UTC', async () => {
  app.clock.set('2026-12-02T02:30:00Z');
  await app.owner.client.createCustomer({ body: { name: 'Late Evening' } });
  expect(await names({ createdFrom: '2026-12-01', createdUntil: '2026-12-01' })).toEqual(['Late Evening']);
  expect(await names({ createdFrom: '2026-12-02' })).toEqual([]);
  await sql`delete from customer_activity a using customers c where c.id = a.customer_id and c.name = 'Late Evening'`.execute(app.db);
  await sql`delete from customers where name = 'Late Evening'`.execute(app.db);
});

test('filter: those with a draft, an estimate or a saved cart', async () => {
  const { id } = await app.owner.client.createOrder({ body: { customerId: idOf('Ann Able') } });
  expect(await names({ hasOpenOrders: 'true' })).toEqual(['Ann Able']);
  expect(await names({ hasOpenOrders: 'false' })).toEqual(everybody.slice(1));
  await app.owner.client.deleteOrder({ params: { id } });
  expect(await names({ hasOpenOrders: 'true' })).toEqual([]);
});

test.each([
  ['name', everybody],
  ['-name', everybody.toReversed()],
  ['company', ['Ben Baker', 'Dana Fox', 'Ann Able', 'Cleo Cole', 'Dora Dunn', 'Emil Ekström', 'Golda Meyer']],
  ['number', ['Cleo Cole', 'Ben Baker', 'Ann Able']],
  ['created', ['Dana Fox', 'Golda Meyer', 'Ann Able', 'Ben Baker', 'Cleo Cole', 'Dora Dunn', 'Emil Ekström']],
  ['-created', ['Emil Ekström', 'Dora Dunn', 'Cleo Cole', 'Ben Baker', 'Ann Able', 'Golda Meyer', 'Dana Fox']],
] as const)('sorted by %s, in pages without a gap', async (sort, expected) => {
  await sql`update companies set name_key = 'acme ltd' where name = 'Acme Ltd'`.execute(app.db);
  const seen = await inPages({ sort });
  expect(seen.slice(0, expected.length)).toEqual(expected);
  expect(seen.toSorted()).toEqual(everybody);
});

test('sorted by the last order, which a submission moves', async () => {
  expect((await app.owner.client.listCustomers({ query: { sort: '-lastOrder' } })).items.map(({ lastOrderAt }) => lastOrderAt)).toEqual(
    everybody.map(() => null),
  );
  for (const name of ['Cleo Cole', 'Ann Able']) {
    app.clock.advance({ days: 1 });
    const { id } = await app.owner.client.createOrder({ body: { customerId: idOf(name), lines: [{ sku: 'MUG', quantity: 1 }] } });
    await readyToSubmit(app, id);
    await app.owner.client.submitOrder({ params: { id }, body: {} });
  }
  const seen = await inPages({ sort: '-lastOrder' });
  expect(seen.slice(0, 2)).toEqual(['Ann Able', 'Cleo Cole']);
  expect(seen.toSorted()).toEqual(everybody);
  expect((await inPages({ sort: 'lastOrder' })).slice(-2)).toEqual(['Cleo Cole', 'Ann Able']);
  const [first] = (await app.owner.client.listCustomers({ query: { sort: '-lastOrder', limit: 1 } })).items;
  expect(first?.lastOrderAt).toBe(app.clock.now().toISOString());
});

test.each([
  ['/fields', { fields: 'vip' }],
  ['/fields', { fields: '["vip"]' }],
  ['/createdFrom', { createdFrom: 'yesterday' }],
  ['/companyId', { companyId: '7' }],
  ['/active', { active: 'perhaps' }],
  ['/sort', { sort: 'shoe' }],
  ['/cursor', { sort: 'company', cursor: Buffer.from('["0","a","x"]').toString('base64url') }],
])('a listing is not asked with %s %j', async (pointer, query) => {
  const response = await app.owner.request('GET', `/api/v1/customers?${new URLSearchParams(query as Record<string, string>)}`);
  expect(response.status).toBe(422);
  expect(((await response.json()) as ProblemBody).errors?.[0]?.pointer).toBe(pointer);
});

const fileOf = async (query = '') => app.owner.request('GET', `/api/v1/customers-export${query}`);

test('the export is what was found, in its order, with the custom fields, under the day of the account', async () => {
  app.clock.set('2026-12-24T03:00:00Z');
  const told = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const response = await fileOf('?fields=%7B%22vip%22:true%7D');
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(response.headers.get('content-disposition')).toBe('attachment; filename="customers-2026-12-23.csv"');
  expect(response.headers.get('cache-control')).toContain('no-store');
  const bytes = new Uint8Array(await response.arrayBuffer());
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const rows = [];
  for await (const { cells } of readCsv([new TextDecoder().decode(bytes)])) rows.push(cells);
  const [heading = [], dora = [], ...rest] = rows;
  expect(rest).toEqual([]);
  expect(heading.slice(-2)).toEqual(['Segment', 'VIP, "really"']);
  expect(dora.slice(-2)).toEqual(['Retail', 'yes']);
  expect(dora[heading.indexOf('Name')]).toBe('Dora Dunn');
  expect(told.mock.calls.map(([line]) => JSON.parse(String(line)))).toMatchObject([
    { level: 'security', event: 'customers.exported', account: app.accountId, filters: 'fields' },
  ]);
});

test('the export holds the price role of their own and the one in force, and no address that was deleted', async () => {
  const { client } = app.owner;
  const silver = await client.createPriceRole({ body: { name: 'Silver' } });
  const company = await client.createCompany({ body: { name: 'Silver Works' } });
  await client.changeCompanyTerms({ params: { id: company.id }, body: { roleId: silver.id } });
  const address = { line1: '1 Old Road', city: 'Boston', region: 'MA', postcode: '02101', country: 'US' };
  const made = await client.createCustomer({
    body: { name: 'Silvia', company: 'Silver Works', addresses: [{ address, defaultShipping: true }, { address: { ...address, line1: '2 New Road' } }] },
  });
  await client.deleteCustomerAddress({ params: { id: made.id, addressId: made.addresses[0]?.id ?? '' } });
  const rows = [];
  for await (const { cells } of readCsv([await (await fileOf('?q=silvia')).text()])) rows.push(cells);
  const [heading = [], silvia = []] = rows;
  const cell = (name: string) => silvia[heading.indexOf(name)];
  expect([cell('Price role'), cell('Price role in force'), cell('Address line 1')]).toEqual(['', 'Silver', '2 New Road']);
  await client.deleteCustomer({ params: { id: made.id } });
});

test('words with an order find the same as words alone, also when they are in nearly everybody', async () => {
  await sql`
    insert into customers (account_id, id, name, name_key, search_text, created_at, updated_at)
    select ${app.accountId}, gen_random_uuid(), 'Twin ' || n, 'twin ' || lpad(n::text, 5, '0'), ' twin ' || n || ' ', now(), now() from generate_series(1, 2101) n`.execute(
    app.db,
  );
  expect(await names({ q: 'twin', sort: 'name', limit: 3 })).toEqual(['Twin 1', 'Twin 2', 'Twin 3']);
  expect(await names({ q: 'twin 2101', sort: 'name' })).toEqual(['Twin 2101']);
  expect((await app.owner.client.countCustomers({ query: { q: 'twin' } })).count).toBe(2101);
  await sql`update customers set deleted_at = now() - interval '60 days' where name like 'Twin %'`.execute(app.db);
});

test('no cell of an export runs as a formula, and names of any script are whole', async () => {
  const odd = ['=HYPERLINK("https://evil.example","x")', '+1+1', '-2+3', '@SUM(A1)', '＝1', '王小明, "Ltd"', '🦊 & Söhne', 'محمد'];
  for (const name of odd) await app.owner.client.createCustomer({ body: { name, company: name, title: name, notes: `${name}\nsecond line` } });
  const rows = [];
  for await (const { cells } of readCsv([await (await fileOf('?sort=-created')).text()])) rows.push(cells);
  const cells = rows.slice(1, odd.length + 1).flatMap((row) => row.slice(1, 6));
  expect(cells.filter((cell) => /^[=+\-@＝]/.test(cell))).toEqual([]);
  expect(cells).toContain(`'=HYPERLINK("https://evil.example","x")`);
  for (const name of odd.slice(5)) expect(cells).toContain(name);
  expect(rows).toHaveLength(everybody.length + odd.length + 1);
});

test('an export of 2,500 is whole, page after page, and needs its own permission', async () => {
  await sql`
    insert into customers (account_id, id, name, name_key, created_at, updated_at)
    select ${app.accountId}, gen_random_uuid(), 'Many ' || n, 'many', now(), now() from generate_series(1, 2500) n`.execute(app.db);
  const text = await (await fileOf('?q=many')).text();
  expect(text.trimEnd().split('\r\n')).toHaveLength(1);
  const all = (await (await fileOf()).text()).match(/,Many \d+,/g) ?? [];
  expect(new Set(all).size).toBe(2500);
  const sales = await app.as('sales');
  expect((await sales.request('GET', '/api/v1/customers-export')).status).toBe(403);
  const theirs = await (await app.stranger.request('GET', '/api/v1/customers-export')).text();
  expect(theirs.trimEnd().split('\r\n')).toHaveLength(1);
});
