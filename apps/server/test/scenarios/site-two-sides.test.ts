// A customer and the store in one cart, and the two sides in one browser: nothing is overwritten unseen, and no key of one door opens another.
import { ApiProblem } from '@backdesk/contract/client.ts';
import { afterAll, expect, test } from 'vitest';
import { aShop } from '../support/a-shop.ts';
import { aSignedInCustomer, aVisitor } from '../support/a-visitor.ts';
import { inTheirHands } from '../support/an-estimate.ts';
import { createTestApp } from '../support/create-test-app.ts';

const app = await createTestApp();
afterAll(() => app.close());
const shop = await aShop(app);
const { client: desk } = app.owner;
const dana = await aSignedInCustomer(app, shop.customerId, 'dana@acme.example');
const problemOf = (error: unknown) => (error instanceof ApiProblem ? error.problem : null);
const mug = { variantId: shop.variants.MUG ?? '', quantity: 4 };

async function aSavedCart() {
  const { id, lines } = await desk.createOrder({ body: { customerId: shop.customerId, lines: [{ sku: 'MUG', quantity: 4 }] } });
  await desk.saveAsCart({ params: { id }, body: { name: 'Spring' } });
  const { version } = await dana.client.getSavedCart({ params: { id } });
  return { id, lineId: lines[0]?.id ?? '', version };
}

test('a line that the store changed is not taken out over it; seen as it is now, it is', async () => {
  const { id, lineId, version } = await aSavedCart();
  await desk.changeLine({ params: { id, lineId }, body: { quantity: 44 } });
  const params = { id, lineId };
  const problem = await dana.client.removeSavedLine({ params, query: { basedOn: version } }).catch(problemOf);
  expect(problem).toMatchObject({ code: 'order.conflict', conflicts: [{ pointer: '/quantity', value: 44 }] });
  const now = await dana.client.getSavedCart({ params: { id } });
  expect((await dana.client.removeSavedLine({ params, query: { basedOn: now.version } })).lines).toEqual([]);
});

test('a name and a note that the store wrote too stand beside the customer’s, by the store’s name', async () => {
  const { id, version } = await aSavedCart();
  await desk.changeOrder({ params: { id }, body: { name: 'Spring, second try' } });
  const { account } = await dana.client.getSiteSession({});
  const renamed = await dana.client.renameSavedCart({ params: { id }, body: { name: 'Mugs', basedOn: version } }).catch(problemOf);
  expect(renamed).toMatchObject({ code: 'order.conflict', conflicts: [{ pointer: '/name', value: 'Spring, second try', by: account.name }] });

  await dana.client.activateSavedCart({ params: { id } });
  const { cart } = await dana.client.getCart({});
  await desk.changeOrder({ params: { id }, body: { noteCustomer: 'Ring at number 13' } });
  const body = { noteCustomer: 'Leave it at the gate', basedOn: cart?.version ?? 0 };
  const noted = await dana.client.changeCart({ body }).catch(problemOf);
  expect(noted).toMatchObject({ code: 'order.conflict', conflicts: [{ pointer: '/noteCustomer', value: 'Ring at number 13', by: account.name }] });
  expect((await dana.client.changeCart({ body: { ...body, basedOn: (cart?.version ?? 0) + 1 } })).cart?.noteCustomer).toBe('Leave it at the gate');
});

test('what the store changed after the customer looked is told before it is ordered, also where no sum moves; what they do not see is not', async () => {
  const { id } = await aSavedCart();
  await dana.client.activateSavedCart({ params: { id } });
  const to = (line1: string) => ({ name: 'Dana Fox', line1, city: 'Brooklyn', region: 'NY', postcode: '11231', country: 'US' });
  await dana.client.setCartShipping({ body: { address: to('214 Van Brunt St') } });
  const looked = (await dana.client.getCart({})).cart;
  const submit = () => dana.client.submitCart({ body: { basedOn: looked?.version ?? 0 } }).catch(problemOf);
  await desk.changeOrder({ params: { id }, body: { noteInternal: 'a good customer' } });
  // What is open in it is all that is said against it.
  expect(await submit()).toMatchObject({ code: 'order.not_submittable' });
  await desk.setShipping({ params: { id }, body: { address: to('9 Oak St') } });
  const { account } = await dana.client.getSiteSession({});
  expect(await submit()).toMatchObject({ code: 'order.conflict', conflicts: [{ by: account.name }] });
  await dana.client.changeCart({ body: { poNumber: 'PO-7' } });
  const seen = (await dana.client.getCart({})).cart?.version ?? 0;
  // Their own change after it does not cover it.
  expect(await submit()).toMatchObject({ code: 'order.conflict' });
  expect(await dana.client.submitCart({ body: { basedOn: seen } }).catch(problemOf)).toMatchObject({ code: 'order.not_submittable' });
});

test('two tabs of one customer: each is told what the other did by its own answer, and nothing is asked of them', async () => {
  const { cart } = await dana.client.addCartLines({ body: { lines: [mug] } });
  const lineId = cart?.lines.at(-1)?.id ?? '';
  const basedOn = cart?.version ?? 0;
  await dana.client.changeCartLine({ params: { lineId }, body: { quantity: 7, basedOn } });
  const second = await dana.client.changeCartLine({ params: { lineId }, body: { quantity: 9, basedOn } });
  expect(second.cart?.lines.find(({ id }) => id === lineId)?.quantity).toBe(9);
});

test('the token of one door opens no other', async () => {
  const { id } = await aSavedCart();
  const shared = (await desk.shareCart({ params: { id }, body: {} })).url.split('/').at(-1) ?? '';
  const draft = await desk.createOrder({ body: { customerId: shop.customerId, lines: [{ sku: 'MUG', quantity: 4 }] } });
  const { token: estimate } = await inTheirHands(app, draft.id);
  const doors = [
    [`/api/site/v1/shared-carts/${shared}`, `/api/site/v1/shared-carts/${estimate}`],
    [`/api/estimates/v1/${estimate}`, `/api/estimates/v1/${shared}`],
  ] as const;
  const guest = aVisitor(app);
  for (const [own, other] of doors) expect([(await guest.request('GET', own)).status, (await guest.request('GET', other)).status]).toEqual([200, 404]);
  for (const token of [shared, estimate]) expect((await guest.request('GET', `/api/site/v1/password-links/${token}`)).status).not.toBe(200);
});

test('one person signed in on both sides in one browser is staff at the desk and the customer on the site', async () => {
  const cookie = [app.owner.headers.cookie ?? '', ...[...dana.cookies].map(([name, value]) => `${name}=${value}`)].join('; ');
  const read = async (path: string) =>
    (await (await app.fetch(path, { headers: { cookie } })).json()) as { readonly staff?: unknown; readonly customer?: { readonly email: string } };
  expect((await read('/api/site/v1/session')).customer?.email).toBe('dana@acme.example');
  expect((await read('/api/v1/session')).staff).toBeDefined();
  // Signed in as staff besides, the site is still the customer's own: another's saved cart is missing.
  const other = await desk.createOrder({ body: { customerId: shop.goldCustomerId, lines: [{ sku: 'MUG', quantity: 1 }] } });
  await desk.saveAsCart({ params: { id: other.id }, body: { name: '' } });
  expect((await app.fetch(`/api/site/v1/saved-carts/${other.id}`, { headers: { cookie } })).status).toBe(404);
});
