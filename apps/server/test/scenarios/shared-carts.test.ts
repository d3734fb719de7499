// A saved cart shared by a link: opened without changing anything, taken into a cart, revoked, expired.
import { ApiProblem } from '@backdesk/contract/client.ts';
import { afterAll, expect, test } from 'vitest';
import { aShop } from '../support/a-shop.ts';
import { aSignedInCustomer, aVisitor } from '../support/a-visitor.ts';
import { createTestApp } from '../support/create-test-app.ts';

const app = await createTestApp();
afterAll(() => app.close());
const shop = await aShop(app);
const { client: desk } = app.owner;
const codeOf = (error: unknown) => (error instanceof ApiProblem ? error.problem.code : String(error));
const dana = await aSignedInCustomer(app, shop.customerId, 'dana@acme.example');
const mug = shop.variants.MUG ?? '';

/** Mugs, tees at an agreed price and a line of staff's own, with an address, saved for Dana. */
async function aSavedCart() {
  const lines = [{ sku: 'MUG', quantity: 4 }, { sku: 'TEE-M', quantity: 10 }, { custom: { name: 'Artwork', unitPrice: '35', quantity: 1 } }];
  const draft = await desk.createOrder({ body: { customerId: shop.customerId, lines } });
  const { id } = draft;
  await desk.changeOrder({ params: { id }, body: { noteInternal: 'margin is thin' } });
  await desk.changeLine({ params: { id, lineId: draft.lines[1]?.id ?? '' }, body: { override: { unitPrice: '8', reason: 'Promised by Ana' } } });
  const address = { name: 'Dana Fox', line1: '214 Van Brunt St', city: 'Brooklyn', region: 'NY', postcode: '11231', country: 'US' };
  await desk.setShipping({ params: { id }, body: { address } });
  await desk.saveAsCart({ params: { id }, body: { name: 'Spring' } });
  return id;
}
const tokenOf = ({ url }: { readonly url: string }) => url.split('/').at(-1) ?? '';
const quantities = (cart: { readonly lines: readonly { readonly name: string; readonly quantity: number }[] } | null) =>
  cart?.lines.map(({ name, quantity }) => [name, quantity]);

test('whoever has the link sees what is in it and what it comes to; whose it is and where it goes is not told, and nothing moves', async () => {
  const id = await aSavedCart();
  const before = await desk.getOrder({ params: { id } });
  const link = await desk.shareCart({ params: { id }, body: { days: 7 } });
  expect(link).toMatchObject({ mailedTo: null, revokedAt: null, expiresAt: '2026-11-30T09:00:00.000Z' });
  const guest = aVisitor(app);
  const { version } = await desk.getOrder({ params: { id } });
  const shared = await guest.client.openSharedCart({ params: { token: tokenOf(link) } });
  expect(quantities(shared.cart)?.map(([, quantity]) => quantity)).toEqual([4, 10, 1]);
  expect(shared.cart.totals.items).toEqual(before.totals.items);
  const told = JSON.stringify(shared);
  for (const secret of ['Dana', 'Van Brunt', 'margin is thin', 'Promised', 'acme.example']) expect(told).not.toContain(secret);
  expect([shared.isOwn, (await guest.client.getCart({})).cart, (await desk.getOrder({ params: { id } })).version]).toEqual([false, null, version]);
  expect((await desk.getHistory({ params: { id } })).items[0]?.sentence).toBe('Shared by a link until Nov 30, 2026');
});

test('a guest adds it to their cart at today’s prices, and is told what stays behind', async () => {
  const token = tokenOf(await desk.shareCart({ params: { id: await aSavedCart() }, body: {} }));
  const { client } = aVisitor(app);
  await client.addCartLines({ body: { lines: [{ variantId: mug, quantity: 2 }] } });
  const { cart, left } = await client.copySharedCart({ params: { token } });
  expect(quantities(cart)).toEqual([
    ['Mug 11 oz', 6],
    ['T-shirt', 10],
  ]);
  expect(left.map(({ why }) => why).toSorted()).toEqual(['agreed_price', 'custom_line']);
});

test('a guest’s cart is replaced; a customer’s is kept as a saved cart', async () => {
  const token = tokenOf(await desk.shareCart({ params: { id: await aSavedCart() }, body: {} }));
  const { client: guest } = aVisitor(app);
  await guest.addCartLines({ body: { lines: [{ variantId: mug, quantity: 200 }] } });
  expect(quantities((await guest.replaceBySharedCart({ params: { token } })).cart)?.[0]).toEqual(['Mug 11 oz', 4]);
  await desk.changeCustomer({ params: { id: shop.goldCustomerId }, body: { email: 'golda@gold.example' } });
  const golda = await aSignedInCustomer(app, shop.goldCustomerId, 'golda@gold.example');
  await golda.client.addCartLines({ body: { lines: [{ variantId: mug, quantity: 50 }] } });
  const { replaced, left } = await golda.client.replaceBySharedCart({ params: { token } });
  expect(left.length).toBeGreaterThan(0);
  expect(quantities(await golda.client.getSavedCart({ params: { id: replaced?.id ?? '' } }))).toEqual([['Mug 11 oz', 50]]);
});

test('whose saved cart it is takes it as it was agreed', async () => {
  const id = await aSavedCart();
  const token = tokenOf(await desk.shareCart({ params: { id }, body: {} }));
  expect((await dana.client.openSharedCart({ params: { token } })).isOwn).toBe(true);
  const { cart, left } = await dana.client.replaceBySharedCart({ params: { token } });
  expect([cart.id, cart.lines[1]?.agreedUnitPrice, left]).toEqual([id, '8', []]);
  // Once more, while it is the cart already.
  expect((await dana.client.replaceBySharedCart({ params: { token } })).replaced).toBeNull();
});

test('a revoked link, an expired one and one whose cart was taken back open nothing; one that never was is missing', async () => {
  const id = await aSavedCart();
  const { client } = aVisitor(app);
  const open = (url: { readonly url: string }) => client.openSharedCart({ params: { token: tokenOf(url) } }).catch(codeOf);
  const [revoked, short] = [await desk.shareCart({ params: { id }, body: {} }), await desk.shareCart({ params: { id }, body: { days: 1 } })];
  await desk.revokeCartLink({ params: { id: revoked.id } });
  await desk.revokeCartLink({ params: { id: revoked.id } });
  expect([await open(revoked), await open({ url: 'x/never' })]).toEqual(['cart_link.gone', 'not_found']);
  expect((await desk.listCartLinks({ params: { id } })).items.map(({ revokedAt }) => revokedAt !== null)).toEqual([false, true]);
  app.clock.advance({ minutes: 24 * 60 });
  expect(await open(short)).toBe('cart_link.gone');
  expect(await client.copySharedCart({ params: { token: tokenOf(short) } }).catch(codeOf)).toBe('cart_link.gone');
  const good = await desk.shareCart({ params: { id }, body: {} });
  await desk.takeBack({ params: { id } });
  expect(await open(good)).toBe('cart_link.gone');
  expect(await desk.shareCart({ params: { id }, body: {} }).catch(codeOf)).toBe('cart_link.not_saved');
});

test('a link of one store opens nothing in another', async () => {
  const token = tokenOf(await desk.shareCart({ params: { id: await aSavedCart() }, body: {} }));
  expect(await aVisitor(app, 'other').client.openSharedCart({ params: { token } }).catch(codeOf)).toBe('not_found');
});

test('it is mailed with what is in it, staff’s words and the link', async () => {
  const id = await aSavedCart();
  const link = await desk.shareCart({ params: { id }, body: { email: 'kim@acme.example', message: 'As we said.\nAna' } });
  await app.runJobs();
  const { items } = await desk.listMails({});
  const mail = items.find(({ template }) => template === 'saved_cart_shared');
  expect(mail?.recipients).toEqual(['kim@acme.example']);
  const { text, html } = await desk.getMail({ params: { id: mail?.id ?? '' } });
  for (const part of ['Spring', 'Mug 11 oz', 'As we said.']) expect([text.includes(part), html.includes(part)]).toEqual([true, true]);
  expect(text).toContain(tokenOf(link));
  expect(JSON.stringify([text, html])).not.toContain('margin is thin');
});
