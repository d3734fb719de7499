// Price roles over HTTP: what a draft pays by the role of its customer, their company or the account, and how it follows a change.
import type { ProblemBody } from '@backdesk/contract/problem.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
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
const roles = async () => (await client().listPriceRoles({})).items;
const roleNamed = async (name: string) => (await roles()).find((role) => role.name === name)?.id ?? '';

/** A mug and a T-shirt: only the mug has a price for Gold (4.00, list 4.50). */
const aDraft = (customerId: string) =>
  client().createOrder({
    body: {
      customerId,
      lines: [
        { sku: 'MUG', quantity: 10 },
        { sku: 'TEE-S', quantity: 1 },
      ],
    },
  });

async function pricesOf(id: string): Promise<readonly (readonly [string | null, string | undefined])[]> {
  const { lines } = await client().getOrder({ params: { id } });
  return lines.map(({ unitPrice, explanation }) => [unitPrice, explanation[0]?.label] as const);
}

const list = [
  ['4.5', 'List'],
  ['10', 'List'],
] as const;
const gold = [
  ['4', 'Gold'],
  ['10', 'List, no Gold price'],
] as const;

test('a customer with a role pays its price, and the list price with the reason where it has none', async () => {
  expect(await pricesOf((await aDraft(shop.goldCustomerId)).id)).toEqual(gold);
  expect(await pricesOf((await aDraft(shop.customerId)).id)).toEqual(list);
});

test('a role given by a customer file reaches the open drafts of its customer', async () => {
  const customer = await client().createCustomer({ body: { name: 'Olga File', email: 'olga@file.example' } });
  const draft = await aDraft(customer.id);
  const text = 'Email,Name,Price role\nolga@file.example,Olga File,GOLD\n';
  expect((await app.owner.request('POST', '/api/v1/imports/customers', text, { 'content-type': 'text/csv' })).status).toBe(202);
  await app.runJobs();
  await app.runJobs();
  expect(await pricesOf(draft.id)).toEqual(gold);
});

test('a company’s role and exemption reach its open drafts by the job, with an event; its estimates stand', async () => {
  const customer = await client().createCustomer({ body: { name: 'Nora Berg', company: 'Fjord AS' } });
  const companyId = customer.company?.id ?? '';
  const [draft, estimate] = [await aDraft(customer.id), await aDraft(customer.id)];
  expect(draft.company).toMatchObject({ id: companyId, name: 'Fjord AS' });
  await client().issueEstimate({ params: { id: estimate.id }, body: {} });
  await client().changeCompanyTerms({ params: { id: companyId }, body: { roleId: await roleNamed('Gold'), taxExemption: 'Export' } });
  expect(await pricesOf(draft.id)).toEqual(list);
  await app.runJobs();
  expect(await pricesOf(draft.id)).toEqual(gold);
  expect(await pricesOf(estimate.id)).toEqual(list);
  const history = (await client().getHistory({ params: { id: draft.id } })).items.map(({ sentence }) => sentence);
  expect(history.some((sentence) => sentence.includes('4.50') && sentence.includes('4.00'))).toBe(true);
  await client().deleteCompany({ params: { id: companyId } });
  await app.runJobs();
  expect(await pricesOf(draft.id)).toEqual(list);
  expect((await client().getOrder({ params: { id: draft.id } })).company).toMatchObject({ name: 'Fjord AS' });
  expect((await client().listOrders({ query: { companyId, stage: 'draft' } })).items.map(({ id }) => id)).toEqual([draft.id]);
});

test('a customer’s own role reaches their drafts, and is what the search of products says too', async () => {
  const { id } = await client().createCustomer({ body: { name: 'Own Role' } });
  const draft = await aDraft(id);
  await client().setCustomerPriceRole({ params: { id }, body: { roleId: await roleNamed('Gold') } });
  await app.runJobs();
  expect(await pricesOf(draft.id)).toEqual(gold);
  const [hit] = (await client().searchVariants({ query: { q: 'mug', customerId: id } })).items;
  expect(hit?.priceTable?.label).toBe('Gold');
});

test('an exemption of their own reaches their drafts, by the form and by a file', async () => {
  await client().createTaxRate({ body: { code: 'NY', name: 'Sales tax', ratePpm: 100_000, country: 'US', region: 'NY' } });
  const address = { name: 'Own Exemption', line1: '1 Main Street', city: 'Albany', region: 'NY', postcode: '12207', country: 'US' };
  const { id } = await client().createCustomer({ body: { name: 'Own Exemption', email: 'exempt@acme.example' } });
  const draft = await aDraft(id);
  const tax = async () => (await client().getOrder({ params: { id: draft.id } })).totals.tax?.amount;
  await client().setShipping({ params: { id: draft.id }, body: { address } });
  const charged = await tax();
  expect(charged).toBeGreaterThan(0);
  await client().changeCustomer({ params: { id }, body: { taxExemption: 'ST-119' } });
  await app.runJobs();
  expect(await tax()).toBe(0);
  await client().changeCustomer({ params: { id }, body: { taxExemption: null } });
  await app.runJobs();
  expect(await tax()).toBe(charged);
  const text = 'Email,Name,Tax exemption\nexempt@acme.example,Own Exemption,ST-120\n';
  expect((await app.owner.request('POST', '/api/v1/imports/customers', text, { 'content-type': 'text/csv' })).status).toBe(202);
  await app.runJobs();
  await app.runJobs();
  expect(await tax()).toBe(0);
});

test('the default role is everybody’s who has none, and there is one', async () => {
  const bronze = await client().createPriceRole({ body: { name: 'Bronze' } });
  const { id } = await client().createCustomer({ body: { name: 'Nobody Special' } });
  const draft = await aDraft(id);
  await client().changePriceRole({ params: { id: await roleNamed('Gold') }, body: { isDefault: true } });
  await app.runJobs();
  expect(await pricesOf(draft.id)).toEqual(gold);
  const [hit] = (await client().searchVariants({ query: { q: 'mug', customerId: id } })).items;
  expect(hit?.priceTable?.label).toBe('Gold');
  await client().changePriceRole({ params: { id: bronze.id }, body: { isDefault: true } });
  await app.runJobs();
  expect((await roles()).filter(({ isDefault }) => isDefault).map(({ name }) => name)).toEqual(['Bronze']);
  expect((await pricesOf(draft.id)).map(([price, label]) => [price, label])).toEqual([
    ['4.5', 'List, no Bronze price'],
    ['10', 'List, no Bronze price'],
  ]);
  await client().changePriceRole({ params: { id: bronze.id }, body: { isDefault: false } });
  expect((await client().getCustomer({ params: { id } })).role).toBeNull();
});

async function refused(answer: Promise<Response>, status: number): Promise<ProblemBody> {
  const response = await answer;
  expect(response.status).toBe(status);
  return (await response.json()) as ProblemBody;
}

test('a role that is used says by whom and stays; an unused one goes; a name is given once', async () => {
  const used = await roleNamed('Gold');
  const detail = (await roles()).find(({ id }) => id === used);
  expect(detail).toMatchObject({ priceCount: 1, productCount: 1 });
  const inUse = await refused(app.owner.request('DELETE', `/api/v1/price-roles/${used}`), 409);
  expect(inUse).toMatchObject({ code: 'price_role.in_use', detail: { customerCount: detail?.customerCount, priceCount: 1 } });
  expect((await refused(app.owner.request('POST', '/api/v1/price-roles', { name: 'GOLD' }), 409)).code).toBe('price_role.name_taken');
  const unused = await client().createPriceRole({ body: { name: 'Unused' } });
  await client().deletePriceRole({ params: { id: unused.id } });
  expect((await roles()).map(({ name }) => name)).not.toContain('Unused');
  expect((await client().listRolePrices({ params: { id: used } })).items).toEqual([
    {
      productId: shop.products.MUG,
      productCode: 'MUG',
      productName: 'Mug 11 oz',
      sku: null,
      currency: 'USD',
      quantity: 1,
      extendedPrice: '4',
      validFrom: null,
      validUntil: null,
    },
  ]);
});

test('a role merged into another hands over customers, companies and prices, and drafts follow', async () => {
  const [from, platinum] = [await roleNamed('Gold'), await client().createPriceRole({ body: { name: 'Platinum' } })];
  const draft = await aDraft(shop.goldCustomerId);
  const merged = await client().mergePriceRole({ params: { id: from }, body: { intoId: platinum.id } });
  expect(merged).toMatchObject({ name: 'Platinum', priceCount: 1 });
  expect(merged.customerCount).toBeGreaterThan(0);
  expect((await roles()).map(({ name }) => name)).not.toContain('Gold');
  await app.runJobs();
  expect(await pricesOf(draft.id)).toEqual([
    ['4', 'Platinum'],
    ['10', 'List, no Platinum price'],
  ]);
});

test('ten roles made at once with one name: one is made', async () => {
  const answers = await Promise.all(Array.from({ length: 10 }, () => app.owner.request('POST', '/api/v1/price-roles', { name: 'Rush' })));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, ...Array.from({ length: 9 }, () => 409)]);
});

test('a role is given prices for a product, drafts follow by the job, and none again gives the list price back', async () => {
  const mug = shop.products.MUG ?? '';
  const role = await client().createPriceRole({ body: { name: 'Reseller' } });
  await client().changePriceRole({ params: { id: role.id }, body: { isDefault: true } });
  const draft = await client().createOrder({ body: { customerId: shop.customerId, lines: [{ sku: 'MUG', quantity: 10 }] } });
  const breaks = [
    { quantity: 10, extendedPrice: '32.500' },
    { quantity: 1, extendedPrice: '3.90' },
  ];
  const { items } = await client().setRolePrices({ params: { id: mug, roleId: role.id }, body: { breaks } });
  expect(items.find(({ roleId }) => roleId === role.id)?.breaks).toEqual([
    { quantity: 1, extendedPrice: '3.9' },
    { quantity: 10, extendedPrice: '32.5' },
  ]);
  expect(await pricesOf(draft.id)).toEqual([['4.5', 'List, no Reseller price']]);
  await app.runJobs();
  expect(await pricesOf(draft.id)).toEqual([['3.25', 'Reseller']]);
  await client().setRolePrices({ params: { id: mug, roleId: role.id }, body: { breaks: [] } });
  await app.runJobs();
  expect(await pricesOf(draft.id)).toEqual([['4.5', 'List, no Reseller price']]);
  // Nothing of this role is left, so nothing holds it.
  await client().deletePriceRole({ params: { id: role.id } });
});

test('prices of a role that somebody set since are not written over; the same again changes nothing', async () => {
  const [mug, tee] = [shop.products.MUG ?? '', shop.products.TEE ?? ''];
  const role = await client().createPriceRole({ body: { name: 'Partner' } });
  const at = (id: string) => ({ id, roleId: role.id });
  const breaks = [{ quantity: 1, extendedPrice: '3.80' }];
  await client().setRolePrices({ params: at(mug), body: { basedOn: role.version, breaks } });
  const other = await refused(
    app.owner.request('PUT', `/api/v1/products/${mug}/price-roles/${role.id}`, { basedOn: role.version, breaks: [{ quantity: 1, extendedPrice: '3.70' }] }),
    409,
  );
  expect(other).toMatchObject({
    code: 'conflict',
    conflicts: [{ pointer: '/breaks', value: [{ quantity: 1, extendedPrice: '3.8' }], by: expect.stringMatching(/\S/) }],
  });
  // Another product of the role is another field; what is there already is no change.
  await client().setRolePrices({ params: at(tee), body: { basedOn: role.version, breaks: [{ quantity: 1, extendedPrice: '9' }] } });
  const before = (await client().listPriceRoles({})).items.find(({ id }) => id === role.id)?.version;
  const { items } = await client().setRolePrices({ params: at(mug), body: { basedOn: role.version, breaks } });
  expect(items.find(({ roleId }) => roleId === role.id)?.version).toBe(before);
  const twice = await refused(app.owner.request('PUT', `/api/v1/products/${mug}/price-roles/${role.id}`, { breaks: [...breaks, ...breaks] }), 422);
  expect(twice.errors?.[0]?.pointer).toBe('/breaks/1/quantity');
});
