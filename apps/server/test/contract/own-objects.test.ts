// Walks every route again, on objects that are one's own, as the owner and as an API key: each answers what its schema says
// (the test app holds it to that), a key repeats the answer, nothing is a 500, and a body that is too large is not read.
import type { Route } from '@backdesk/contract/route.ts';
import { routes } from '@backdesk/contract/routes.ts';
import { afterAll, describe, expect, test } from 'vitest';
import { anAddress, aPriceList, readyToSubmit } from '../support/a-ready-order.ts';
import { aShop } from '../support/a-shop.ts';
import type { Caller } from '../support/create-test-app.ts';
import { createTestApp } from '../support/create-test-app.ts';

type Name = keyof typeof routes;
const app = await createTestApp();
afterAll(() => app.close());

const shop = await aShop(app);
await aPriceList(app);
const { client } = app.owner;
const taxRate = { code: 'T', name: 'Tax', ratePpm: 80_000, country: 'DE' };
let made = 0;
const aProduct = () => {
  made += 1;
  return client.createProduct({ body: { code: `OWN-${made}`, name: 'To be deleted', variants: [{ sku: `OWN-${made}` }] } });
};

/** A draft with a line that is ready to be submitted, with a mailed estimate. */
async function anOrder(): Promise<{ readonly id: string; readonly lineId: string; readonly mailId: string }> {
  const { id } = await client.createOrder({ body: { customerId: shop.customerId, lines: [{ sku: 'MUG', quantity: 2 }] } });
  await readyToSubmit(app, id);
  await client.issueEstimate({ params: { id }, body: { email: 'dana@acme.example' } });
  const order = await client.getOrder({ params: { id } });
  const mails = await client.listMails({ query: { orderId: id } });
  return { id, lineId: order.lines[0]?.id ?? '', mailId: mails.items[0]?.id ?? '' };
}

/** What a write needs to be accepted; made when it is called, because some writes use up what they are given. */
const bodies: Partial<Record<Name, () => unknown>> = {
  createApiKey: () => ({ name: 'A key' }),
  createOrder: () => ({ customerId: shop.customerId, lines: [{ sku: 'PEN', quantity: 100 }] }),
  changeOrder: () => ({ name: 'Named' }),
  addLines: () => ({ custom: { name: 'Setup', unitPrice: '10', quantity: 1 } }),
  changeLine: () => ({ quantity: 3 }),
  setShipping: () => ({ address: anAddress }),
  setBilling: () => ({ sameAsShipping: true }),
  setPayment: () => ({ method: 'purchase_order', poNumber: 'PO-1' }),
  setDiscounts: () => ({ discounts: [{ label: 'Loyal', value: { kind: 'percentage', ppm: 50_000 } }] }),
  sendEstimate: () => ({ email: 'dana@acme.example' }),
  undoChange: () => ({ version: 1, index: 0 }),
  createCustomer: () => ({ name: 'Someone' }),
  changeCustomer: () => ({ title: 'Buyer' }),
  addCustomerAddress: () => ({ address: anAddress }),
  createProduct: () => ({ code: `P-${Math.random()}`, name: 'Product', variants: [{ sku: `S-${Math.random()}` }] }),
  changeProduct: () => ({ name: 'Gone soon' }),
  changeVariant: () => ({ weightGrams: 12 }),
  createTaxRate: () => ({ ...taxRate, code: `T-${Math.random()}` }),
  changeTaxRate: () => ({ ...taxRate, code: `T-${Math.random()}` }),
  createShippingZone: () => ({ name: 'All', areas: [{ country: 'FR' }] }),
  createPickupPlace: () => aPlace(),
  changePickupPlace: () => aPlace(),
  tryPricing: () => ({ place: { country: 'US' }, cart: { itemsAmount: 100 } }),
};

const aPlace = () => ({ name: `Place ${Math.random()}`, address: anAddress });

/** A state in which the route's verb is not allowed answers one of the problems of its document instead of a success. */
const mayRefuse = new Set<Name>(['undoChange', 'restoreOrder', 'takeBack', 'setShippingMethod']);

async function pathOf(route: Route): Promise<string> {
  const order = route.path.startsWith('/api/v1/orders/{id}') ? await anOrder() : undefined;
  const zone = async () =>
    (await client.createShippingZone({ body: { name: 'Own', areas: [{ country: 'IT' }], rates: [{ name: 'Flat', terms: { kind: 'flat', amount: 1 } }] } })).id;
  const ids: Readonly<Record<string, () => string | Promise<string>>> = {
    orders: () => order?.id ?? '',
    lines: () => order?.lineId ?? '',
    estimates: () => '1',
    customers: async () => (await client.createCustomer({ body: { name: 'To be deleted' } })).id,
    products: async () => (await aProduct()).id,
    variants: async () => (await aProduct()).variants[0]?.id ?? '',
    outbox: async () => (await anOrder()).mailId,
    'api-keys': async () => (await client.createApiKey({ body: { name: 'Own' } })).id,
    'tax-rates': async () => (await client.createTaxRate({ body: { ...taxRate, code: `T-${Math.random()}` } })).id,
    'shipping-zones': zone,
    'pickup-places': async () => (await client.createPickupPlace({ body: aPlace() })).id,
  };
  const parts = route.path.split('/');
  const filled = parts.map((part, index) => (part.startsWith('{') ? (ids[parts[index - 1] ?? '']?.() ?? part) : part));
  return (await Promise.all(filled)).join('/');
}

// Signing out would end the walk; imports are made of files and have stories of their own.
const walked = (Object.entries(routes) as readonly (readonly [Name, Route])[]).filter(
  ([name, route]) => route.audience === 'staff' && name !== 'signOut' && !route.path.startsWith('/api/v1/imports'),
);

/** What opens something does not lie in the database as it is. */
async function expectSealed(route: Route, answer: string): Promise<void> {
  if (route.answersSecret !== true) return;
  const kept = await app.db.selectFrom('idempotency_keys').select('body').execute();
  expect(kept.map((row) => row.body)).not.toContain(answer);
}

const callers: readonly (readonly [string, Caller])[] = [
  ['owner', app.owner],
  ['key', app.apiKey],
];

describe.each(callers)('as %s', (who, caller) => {
  test.each(walked)('%s works on what is ours, and a key repeats its answer', async (name, route) => {
    const path = await pathOf(route);
    const body = route.body === undefined ? undefined : (bodies[name]?.() ?? {});
    const key: Record<string, string> = route.method === 'GET' ? {} : { 'idempotency-key': `${who}-${name}` };
    const first = await caller.request(route.method, path, body, key);
    const text = await first.text();
    expect(first.status, text).toBeLessThan(500);
    if (!mayRefuse.has(name)) expect(first.status, text).toBe(route.status);
    if (route.method === 'GET' || !first.ok) return;
    const again = await caller.request(route.method, path, body, key);
    expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([first.status, 'true']);
    expect(await again.text()).toBe(text);
    await expectSealed(route, text);
    if (body === undefined) return;
    const other = await caller.request(route.method, path, { ...(body as object), reallyAnother: true }, key);
    expect(other.status).toBe(422);
  });
});

const withBody = walked.filter(([, route]) => route.body !== undefined);
test.each(withBody)('%s does not read a body that is too large', async (_name, route) => {
  const path = route.path
    .replaceAll(/\{\w+\}/g, '0199aaaa-0000-7000-8000-00000000dead')
    .replace('estimates/0199aaaa-0000-7000-8000-00000000dead', 'estimates/1');
  const response = await app.owner.request(route.method, path, JSON.stringify({ padding: 'x'.repeat(12_000_000) }));
  expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([413, 'request.too_large']);
});

test('the customer finds the page by the link and nothing by half of it', async () => {
  const { id } = await anOrder();
  const { url } = await client.copyEstimateLink({ params: { id, revision: 1 } });
  const token = url.split('/e/')[1] ?? '';
  const page = (text: string) => app.fetch(`/api/estimates/v1/${text}`);
  expect((await page(token)).status).toBe(200);
  const wrong = await Promise.all([token.slice(0, 30), `${token}x`, token.toLowerCase(), 'x'.repeat(43)].map(page));
  expect(wrong.map((response) => response.status)).toEqual([404, 404, 404, 404]);
  const bodies404 = (await Promise.all(wrong.map((response) => response.json()))) as readonly { readonly code: string }[];
  expect(new Set(bodies404.map((body) => body.code))).toEqual(new Set(['not_found']));
});
