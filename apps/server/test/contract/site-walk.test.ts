// Walks every route of the site: as a guest, as whose it is, as another customer of the store and as one of another store. What is
// another's answers exactly as what is missing; what needs a sign-in says so. A new route is walked without a word here, and each is asked by
// whose it is as well: an id that nobody finds anything behind would prove nothing.

import type { Route } from '@backdesk/contract/route.ts';
import { routes } from '@backdesk/contract/routes.ts';
import sharp from 'sharp';
import { afterAll, expect, test } from 'vitest';
import { anAddress, aPriceList, readyToSubmit } from '../support/a-ready-order.ts';
import { aShop } from '../support/a-shop.ts';
import { aSignedInCustomer, aVisitor, mailedToken, type Visitor } from '../support/a-visitor.ts';
import { createTestApp } from '../support/create-test-app.ts';

type Name = keyof typeof routes;
const app = await createTestApp();
afterAll(() => app.close());
const shop = await aShop(app);
await aPriceList(app);
const { client: desk } = app.owner;
const missing = '0199aaaa-0000-7000-8000-00000000dead';

await desk.changeCustomer({ params: { id: shop.goldCustomerId }, body: { email: 'golda@gold.example' } });
const dana = await aSignedInCustomer(app, shop.customerId, 'dana@acme.example', aVisitor(app, 'main'));
const golda = await aSignedInCustomer(app, shop.goldCustomerId, 'golda@gold.example', aVisitor(app, 'main'));
const stranger = await (async () => {
  const { client } = app.stranger;
  const { id } = await client.createCustomer({ body: { name: 'Elsewhere', email: 'else@where.example' } });
  await client.inviteToSite({ params: { id } });
  const visitor = aVisitor(app, 'other');
  await visitor.client.redeemPasswordLink({
    params: { token: await mailedToken(app, 'else@where.example', app.stranger) },
    body: { password: 'plain words on a river' },
  });
  return visitor;
})();

async function aPicture(): Promise<Blob> {
  const png = sharp({ create: { width: 8, height: 8, channels: 3, background: '#0d5c68' } }).png();
  return new Blob([new Uint8Array(await png.toBuffer())]);
}

/** What is Dana's, by the noun before the id; her cart has a line of its own. */
async function danas(): Promise<Readonly<Record<string, string>>> {
  const line = { variantId: shop.variants.MUG ?? '', quantity: 1 };
  await dana.client.addCartLines({ body: { lines: [line] } });
  const saved = await dana.client.saveCart({ body: { name: 'Dana’s' } });
  const { lines } = await dana.client.getSavedCart({ params: { id: saved.id } });
  const { cart } = await dana.client.addCartLines({ body: { lines: [line] } });
  const ordered = [{ sku: 'MUG', quantity: 1 }];
  const estimate = await desk.createOrder({ body: { customerId: shop.customerId, lines: ordered } });
  await desk.issueEstimate({ params: { id: estimate.id }, body: { email: 'dana@acme.example' } });
  const order = await desk.createOrder({ body: { customerId: shop.customerId, lines: ordered } });
  await readyToSubmit(app, order.id);
  await desk.submitOrder({ params: { id: order.id }, body: {} });
  const address = await dana.client.addOwnAddress({ body: { address: anAddress } });
  const file = await dana.client.uploadSiteFile({ query: { fileName: 'logo.png' }, body: await aPicture() });
  return {
    'saved-carts': saved.id,
    'saved-carts/lines': lines[0]?.id ?? '',
    'cart/lines': cart?.lines[0]?.id ?? '',
    orders: order.id,
    presence: order.id,
    files: file.id,
    estimates: estimate.id,
    addresses: address.id,
  };
}
const own = await danas();
// With a cart of her own: a line of Dana's is not hers for that.
await golda.client.addCartLines({ body: { lines: [{ variantId: shop.variants.MUG ?? '', quantity: 1 }] } });

const bodies: Partial<Record<Name, unknown>> = {
  changeCartLine: { quantity: 2 },
  renameSavedCart: { name: 'Mine now' },
  changeSavedLine: { quantity: 2 },
  changeOwnAddress: { label: 'Mine now' },
  undoSavedRemoval: { version: 1 },
  showOwnPresence: { tabId: missing },
};

const ofSite = (Object.entries(routes) as readonly (readonly [Name, Route])[]).filter(([, { audience }]) => audience === 'site' || audience === 'customer');
const withIds = ofSite.filter(([, route]) => /\{(id|lineId)\}/.test(route.path));
const ofCustomers = ofSite.filter(([, route]) => route.audience === 'customer');

function pathOf({ path }: Route, idOf: (noun: string) => string): string {
  const parts = path.split('/');
  const nounAt = (at: number) => (parts[at - 1] === 'lines' ? `${parts[4] ?? ''}/lines` : (parts[at - 1] ?? ''));
  return parts.map((part, at) => (part.startsWith('{') ? idOf(nounAt(at)) : part)).join('/');
}

async function ask({ request }: Visitor, [name, route]: readonly [Name, Route], path: string) {
  const response = await request(route.method, path, route.body === undefined ? undefined : (bodies[name] ?? {}));
  if (response.headers.get('content-type')?.includes('json') !== true) return { status: response.status, code: undefined };
  return { status: response.status, code: ((await response.json()) as { readonly code?: string }).code };
}

function idOf(noun: string): string {
  const id = own[noun];
  if (id === undefined) throw new Error(`Say in this test which ${noun} is Dana’s: the walk has to know whose it is.`);
  return id;
}

test.each(withIds)('%s answers what is another customer’s as if it were missing', async (...entry) => {
  const path = pathOf(entry[1], idOf);
  const nowhere = pathOf(entry[1], () => missing);
  for (const other of [golda, stranger]) {
    const there = await ask(other, entry, nowhere);
    expect(there.status).toBe(404);
    expect(await ask(other, entry, path)).toEqual(there);
  }
});

test.each(ofCustomers)('%s wants a sign-in', async (...entry) => {
  const answered = await ask(
    aVisitor(app, 'main'),
    entry,
    pathOf(entry[1], () => missing),
  );
  expect(answered).toEqual({ status: 401, code: 'request.unauthenticated' });
});

test('what was walked is hers still, untouched', async () => {
  const saved = await dana.client.getSavedCart({ params: { id: own['saved-carts'] ?? '' } });
  expect([saved.name, saved.lines[0]?.quantity]).toEqual(['Dana’s', 1]);
  expect((await dana.client.getCart({})).cart?.lines[0]?.quantity).toBe(1);
  expect((await dana.client.listOwnAddresses({})).items.map(({ label }) => label)).toEqual(['']);
  expect([withIds.length, ofCustomers.length]).toEqual([19, 21]);
});

// Last of all what takes it away, a line before the cart that it is in. Activated it is no saved cart any more, and undone
// is a removal: both stand in saved-carts.test.ts.
const takesAway = ({ method, path }: Route) => (method !== 'DELETE' ? 0 : path.includes('/lines/') ? 1 : 2);
const byWhose = withIds.filter(([name]) => name !== 'activateSavedCart' && name !== 'undoSavedRemoval');

test.each(byWhose.toSorted(([, a], [, b]) => takesAway(a) - takesAway(b)))('%s finds it for whose it is', async (...entry) => {
  expect(await ask(dana, entry, pathOf(entry[1], idOf))).toMatchObject({ status: entry[1].status });
});

test('a write from another site is refused', async () => {
  const cookie = [...dana.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const crossed = await app.fetch('/api/site/v1/cart/lines', {
    method: 'POST',
    headers: { cookie, 'sec-fetch-site': 'cross-site', 'content-type': 'application/json' },
    body: JSON.stringify({ lines: [{ variantId: shop.variants.MUG }] }),
  });
  expect([crossed.status, ((await crossed.json()) as { code: string }).code]).toEqual([403, 'request.cross_site']);
});
