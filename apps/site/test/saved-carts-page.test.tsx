// Saved carts by themselves: replacing a cart asks first, and what does not travel is told.
import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { openCarts } from '../src/site/lib/open-carts.ts';
import { type Asked, aCart, dana, mugs, openSite, problem } from './fake-store.tsx';

afterEach(async () => {
  cleanup();
  await openCarts.forget();
  vi.unstubAllGlobals();
});

const saved = aCart([mugs], { stage: 'saved_cart', number: 1042 });
const row = {
  id: saved.id,
  number: 1042,
  orderNumber: null,
  stage: 'saved_cart',
  name: '',
  itemCount: 12,
  lineCount: 1,
  total: saved.totals.total,
  open: ['shipping', 'tax'],
  estimate: null,
  createdAt: saved.createdAt,
  updatedAt: saved.updatedAt,
  fulfilmentStatus: 'unshipped',
  pickupStatus: null,
  submittedAt: null,
};

function answer({ method, path }: Asked) {
  if (method === 'GET' && path.startsWith('/saved-carts')) return { body: { items: [row], nextCursor: null } };
  if (path.endsWith('/copy')) return { body: { cart: aCart([mugs]), left: [{ label: 'Artwork', why: 'custom_line' }] } };
  if (path.endsWith('/activate')) return { body: { cart: aCart([mugs]), replaced: { id: mugs.id, name: 'Replaced on Nov 23' } } };
  return { body: { cart: aCart([mugs]) } };
}

test('a cart without a name is n/a; activating asks before it replaces what is in the cart', async () => {
  const user = userEvent.setup();
  const asked = openSite('/account/saved-carts', answer, dana);
  await screen.findByRole('heading', { name: 'n/a' });
  // A total says what it leaves out.
  await screen.findByText('plus shipping and tax');
  await user.click(screen.getByRole('button', { name: 'Activate: n/a' }));
  await screen.findByText('This replaces your current cart of 12 items.');
  expect(asked.some(({ path }) => path.endsWith('/activate'))).toBe(false);
  await user.click(screen.getByRole('button', { name: 'Replace it' }));
  await screen.findByText('The cart before is saved as “Replaced on Nov 23”');
  await screen.findByRole('heading', { level: 1, name: 'Cart' });
});

test('copying says what stays behind', async () => {
  const user = userEvent.setup();
  openSite('/account/saved-carts', answer, dana);
  await user.click(await screen.findByRole('button', { name: 'Copy to Current Cart: n/a' }));
  await screen.findByText('Artwork was made for that cart and stays behind');
});

test('a saved cart that is not there any more says where it may be', async () => {
  openSite(`/account/saved-carts/${saved.id}`, () => problem(404, 'not_found'), dana);
  await screen.findByRole('heading', { name: 'This saved cart is not here any more' });
  expect(screen.getAllByRole('link', { name: 'Saved Carts' }).length).toBeGreaterThan(0);
});

test('an address that was deleted comes back by Undo', async () => {
  const user = userEvent.setup();
  const address = {
    name: 'Dana Wu',
    company: '',
    line1: '11 Court St',
    line2: '',
    city: 'Brooklyn',
    region: 'NY',
    postcode: '11201',
    country: 'US',
    phone: '',
  };
  const office = { id: mugs.id, version: 1, label: 'Office', address, defaultShipping: true, defaultBilling: false, of: 'customer' };
  let items = [office];
  const asked = openSite(
    '/account/addresses',
    ({ method }) => {
      if (method === 'DELETE') items = [];
      if (method === 'POST') items = [office];
      return { body: method === 'POST' ? office : method === 'DELETE' ? { done: true } : { items } };
    },
    dana,
  );
  await user.click(await screen.findByRole('button', { name: 'Delete: Office' }));
  await screen.findByText('No addresses yet');
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await screen.findByRole('button', { name: 'Delete: Office' });
  expect(asked.find(({ method }) => method === 'POST')?.body).toMatchObject({ label: 'Office', address, defaultShipping: true, defaultBilling: false });
});
