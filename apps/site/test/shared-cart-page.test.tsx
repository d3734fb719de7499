// A shared cart: to take, to put in the place of one's own or to add to it; what it costs somebody else is said before. And the door where
// nobody signs in.
import { cleanup, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { openCarts } from '../src/site/lib/open-carts.ts';
import { type Asked, aCart, dana, guest, mugs, openSite, problem } from './fake-store.tsx';

afterEach(async () => {
  cleanup();
  await openCarts.forget();
  vi.unstubAllGlobals();
});

const cart = aCart([mugs, { ...mugs, id: '01900000-0000-7000-8000-0000000000e2', name: 'Tee', agreedUnitPrice: '3', mayChange: false }], {
  stage: 'saved_cart',
  name: 'Spring',
});
const shared = { cart, expiresAt: '2026-12-04T09:00:00.000Z', isOwn: false };
const taken = { cart: aCart([mugs]), left: [{ label: 'Tee', why: 'agreed_price' }], replaced: null };
const answering =
  (body: object) =>
  ({ method }: Asked) => ({ body: method === 'GET' ? body : taken });
const posts = (asked: readonly Asked[]) => asked.filter(({ method }) => method === 'POST').map(({ path }) => path);
const button = (name: string) => screen.queryByRole('button', { name });

test('with an empty cart it is taken at once, and what comes at another price is said before and after', async () => {
  const user = userEvent.setup();
  const asked = openSite('/shared/abc', answering(shared), { ...guest, cartItems: 0 });
  await screen.findByText(/^Some prices here were agreed with somebody else/);
  expect([button('Add to my cart'), button('Replace my cart')]).toEqual([null, null]);
  // To look at, not to change.
  expect(screen.queryByLabelText(/^Quantity of/)).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Take it as my cart' }));
  await screen.findByText('Tee: its agreed price does not travel, today’s counts');
  expect(posts(asked)).toEqual(['/shared-carts/abc/replace']);
});

test('a guest who has something in the cart is told that it goes, and can add instead', async () => {
  const user = userEvent.setup();
  const asked = openSite('/shared/abc', answering(shared), guest);
  await user.click(await screen.findByRole('button', { name: 'Replace my cart' }));
  await screen.findByText('What is in your cart now goes. Sign in first to keep it.');
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  await user.click(screen.getByRole('button', { name: 'Add to my cart' }));
  await waitFor(() => expect(posts(asked)).toEqual(['/shared-carts/abc/copy']));
});

test('a customer’s cart is kept; whose it is finds it in My Account, at the agreed prices', async () => {
  const user = userEvent.setup();
  const asked = openSite('/shared/abc', answering({ ...shared, isOwn: true }), dana);
  expect((await screen.findByRole('link', { name: 'View in My Account' })).getAttribute('href')).toBe(`/account/saved-carts/${cart.id}`);
  expect(screen.queryByText(/^Some prices here were agreed/)).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Replace my cart' }));
  await screen.findByText('What is in your cart now is kept under Saved Carts.');
  await user.click(screen.getByRole('button', { name: 'Replace it' }));
  await waitFor(() => expect(posts(asked)).toEqual(['/shared-carts/abc/replace']));
});

test('a link that has ended says so', async () => {
  openSite('/shared/abc', () => problem(410, 'cart_link.gone'), guest);
  await screen.findByRole('heading', { name: 'This link has ended' });
});

test('where nobody signs in there is no form for it; elsewhere who was sent to it reads why', async () => {
  openSite('/login', () => ({ body: {} }), { ...guest, signIn: 'guest_only', registration: 'none' });
  await screen.findByText('Nobody signs in to this site: order as a guest.');
  expect(screen.queryByLabelText('Password')).toBeNull();
  cleanup();
  openSite('/login?to=%2Fcheckout%2Fshipping', () => ({ body: {} }), { ...guest, signIn: 'checkout' });
  await screen.findByText('Orders are taken from who is signed in. Your cart comes along.');
  await screen.findByLabelText('Password');
});
