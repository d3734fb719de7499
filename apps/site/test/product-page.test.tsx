// Into the cart from a product's page: at once where the store answers; kept and sent once where it does not.
import { cleanup, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { openCarts } from '../src/site/lib/open-carts.ts';
import { aCart, guest, mugs, openSite, problem } from './fake-store.tsx';

afterEach(async () => {
  cleanup();
  await openCarts.forget();
  vi.unstubAllGlobals();
});

const mug = {
  id: mugs.productId,
  code: 'mug',
  name: 'Mug 11 oz',
  descriptionHtml: '',
  currency: 'USD',
  taxCategory: 'standard',
  options: [],
  configurationOptions: [],
  images: [],
  variants: [
    {
      id: mugs.variantId,
      sku: 'MUG',
      options: [],
      title: '',
      imageUrl: null,
      priceTable: mugs.priceTable,
      quantityRule: { increment: null, maximum: null },
      unit: null,
      weightGrams: 300,
      ships: true,
      taxCategory: 'standard',
      breakGroup: null,
      charges: [],
      parts: [],
      stock: { tracked: true, available: 40, backorder: false, incoming: null },
    },
  ],
};
const nobodys = { ...guest, cartItems: 0 };
const adds = (asked: ReturnType<typeof openSite>) => asked.filter(({ method }) => method === 'POST');

async function addTwelve(user: ReturnType<typeof userEvent.setup>): Promise<void> {
  const quantity = await screen.findByLabelText('Quantity');
  await user.clear(quantity);
  await user.type(quantity, '12');
  await user.click(screen.getByRole('button', { name: 'Add to cart' }));
}

test('it is in the cart, and said so', async () => {
  const user = userEvent.setup();
  const asked = openSite('/products/mug', ({ method }) => ({ body: method === 'GET' ? mug : { cart: aCart([mugs]) } }), nobodys);
  await addTwelve(user);
  await screen.findByText('12 × Mug 11 oz in the cart');
  await screen.findByRole('link', { name: 'Cart, 12' });
  expect(adds(asked).map(({ path, body }) => [path, body])).toEqual([
    ['/cart/lines', { lines: [{ variantId: mugs.variantId, quantity: 12, configuration: {}, lineId: expect.any(String) }] }],
  ]);
});

test('without a connection it is kept, shown on the cart’s page too, and put into the cart once when the store answers again', async () => {
  const user = userEvent.setup();
  let isOffline = true;
  let cart: ReturnType<typeof aCart> | null = null;
  const asked = openSite(
    '/products/mug',
    ({ method, path }) => {
      if (method === 'GET') return { body: path === '/cart' ? { cart } : mug };
      if (isOffline) throw new TypeError('Failed to fetch');
      cart = aCart([mugs]);
      return { body: { cart } };
    },
    nobodys,
  );
  await addTwelve(user);
  await screen.findByText(/^No connection\. Kept here, and put into the cart/);
  await screen.findByText('12 × Mug 11 oz: kept here, and in the cart as soon as it can be');
  // The header counts what is kept here too.
  await user.click(await screen.findByRole('link', { name: 'Cart, 12' }));
  await screen.findByRole('heading', { name: 'Your cart is empty' });
  await screen.findByText('12 × Mug 11 oz');
  const tries = adds(asked).length;
  isOffline = false;
  window.dispatchEvent(new Event('online'));
  await screen.findByLabelText('Quantity of Mug 11 oz');
  await waitFor(() => expect(screen.queryByText(/Kept here/)).toBeNull());
  // The very same again, one more time: its key tells the store that it is no second order.
  expect(adds(asked)).toHaveLength(tries + 1);
  expect(new Set(adds(asked).map(({ body }) => JSON.stringify(body))).size).toBe(1);
});

test('what the store refuses is said, and what was typed stands', async () => {
  const user = userEvent.setup();
  openSite(
    '/products/mug',
    ({ method }) =>
      method === 'GET' ? { body: mug } : problem(422, 'line.not_in_increment', { refusals: [{ code: 'line.not_in_increment', detail: { increment: 144 } }] }),
    nobodys,
  );
  await addTwelve(user);
  await screen.findByText('Sold in steps of 144');
  expect(screen.getByLabelText('Quantity')).toHaveProperty('value', '12');
});

test('what is refused when it is sent at last is told of until it was read', async () => {
  const user = userEvent.setup();
  let isDown = true;
  openSite(
    '/products/mug',
    ({ method }) => {
      if (method === 'GET') return { body: mug };
      return isDown ? problem(503, 'database.unavailable') : problem(404, 'variant.not_found');
    },
    nobodys,
  );
  await addTwelve(user);
  await screen.findByText(/^The store is not ready\. Kept here/);
  isDown = false;
  window.dispatchEvent(new Event('online'));
  await screen.findByText('Mug 11 oz could not be put into the cart');
  await user.click(screen.getByRole('button', { name: 'OK' }));
  expect(screen.queryByText('Mug 11 oz could not be put into the cart')).toBeNull();
});

test('where prices are for who is signed in, that stands in place of the price', async () => {
  const hidden = { ...mug, variants: mug.variants.map((variant) => ({ ...variant, priceTable: null })) };
  openSite('/products/mug', () => ({ body: hidden }), { ...nobodys, signIn: 'prices' });
  expect((await screen.findByRole('link', { name: 'Sign in to see prices' })).getAttribute('href')).toBe('/login?to=%2Fproducts%2Fmug');
  cleanup();
  openSite('/products/mug', () => ({ body: hidden }), nobodys);
  await screen.findByText('Price on request');
});

test('what rested here is not sent any more after signing out', async () => {
  const user = userEvent.setup();
  const asked = openSite(
    '/products/mug',
    ({ method }) => {
      if (method === 'GET') return { body: mug };
      throw new TypeError('Failed to fetch');
    },
    nobodys,
  );
  await addTwelve(user);
  await screen.findByText(/^No connection\. Kept here/);
  await openCarts.forget();
  await waitFor(() => expect(screen.queryByText(/Kept here/)).toBeNull());
  const tries = adds(asked).length;
  window.dispatchEvent(new Event('online'));
  await screen.findByRole('link', { name: 'Cart' });
  expect(adds(asked)).toHaveLength(tries);
});

test('what is added where a cart is for who is signed in waits, and the way to sign in is shown', async () => {
  const user = userEvent.setup();
  const signedOut = vi.fn();
  const asked = openSite(
    '/products/mug',
    ({ method, path }) => (method === 'GET' && path !== '/cart' ? { body: mug } : problem(401, 'request.unauthenticated')),
    nobodys,
    signedOut,
  );
  await addTwelve(user);
  await waitFor(() => expect(signedOut).toHaveBeenCalled());
  expect(asked.map(({ path }) => path)).toContain('/cart');
  await screen.findByRole('link', { name: 'Cart, 12' });
});

test('what is sold in fixed quantities offers them at its field', async () => {
  const user = userEvent.setup();
  const [variant] = mug.variants;
  const breaks = [12, 48].map((quantity) => ({ quantity, extendedPrice: `${quantity * 4}` }));
  const variants = [{ ...variant, quantityRule: { increment: 0, maximum: null }, priceTable: { source: 'list', label: 'List', breaks } }];
  const asked = openSite('/products/mug', ({ method }) => ({ body: method === 'GET' ? { ...mug, variants } : { cart: aCart([mugs]) } }), nobodys);
  const quantity = await screen.findByRole<HTMLInputElement>('combobox', { name: 'Quantity' });
  await user.click(quantity);
  await user.click(screen.getByRole('option', { name: /^48/ }));
  await user.click(screen.getByRole('button', { name: 'Add to cart' }));
  await waitFor(() => expect(adds(asked)[0]?.body).toMatchObject({ lines: [{ quantity: 48 }] }));
});

test('a quantity that no line can hold is told beside its field, and is not added', async () => {
  const user = userEvent.setup();
  const asked = openSite('/products/mug', () => ({ body: mug }), nobodys);
  const quantity = await screen.findByLabelText('Quantity');
  await user.clear(quantity);
  await user.type(quantity, '1000000000{Enter}');
  await screen.findByText('At most 9,999,999.');
  expect(screen.getByRole('button', { name: 'Add to cart' })).toHaveProperty('disabled', true);
  expect(adds(asked)).toEqual([]);
});
