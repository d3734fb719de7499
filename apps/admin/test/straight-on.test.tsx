// From a draft's lines straight to Finalize Order: where the way stands, what goes before it, and what is said when it is not gone.
import type { SavedAddress } from '@backdesk/contract/customer/schema.ts';
import type { ShippingRateOffer } from '@backdesk/contract/order/checkout.ts';
import { permissions } from '@backdesk/domain/staff/permissions.ts';
import { previewLine } from '@backdesk/ordering/editing/preview-line.ts';
import { cleanup, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { CheckoutPage } from '../src/features/checkout/checkout-page.tsx';
import { DraftPage } from '../src/features/draft/draft-page.tsx';
import { editors } from '../src/lib/order-editors.ts';
import { aHit, anOrder, fakeDesk, orderId } from './fake-desk.ts';
import { renderPage } from './on-page.tsx';

afterEach(async () => {
  cleanup();
  vi.unstubAllGlobals();
  sessionStorage.clear();
  await editors.forget();
});

type Desk = ReturnType<typeof fakeDesk>;
const mug = aHit('MUG', 'Mug 11 oz', [[1, '4.50']]);
const mugs = [previewLine(mug, 10, '01900000-0000-7000-8000-0000000000e1')];
const usd = (amount: number) => ({ amount, currency: 'USD' });
const roastery: SavedAddress = {
  id: '01900000-0000-7000-8000-000000011231',
  version: 1,
  label: 'Roastery',
  address: { name: 'Dana Wu', company: '', line1: '214 Van Brunt St', line2: '', city: 'Brooklyn', region: 'NY', postcode: '11231', country: 'US', phone: '' },
  defaultShipping: true,
  defaultBilling: true,
  of: 'customer',
};
const ground: ShippingRateOffer = {
  shipmentId: '01900000-0000-7000-8000-0000000000b1',
  rateId: 'ground',
  name: 'Ground',
  transit: '',
  amount: usd(980),
  terms: { kind: 'flat', amount: 980, freeOverAmount: null },
  chosen: false,
  was: null,
};

function openDraft(desk: Desk) {
  vi.stubGlobal('fetch', desk.fetch);
  const router = renderPage(
    `/orders/${orderId}`,
    {
      '/orders/$orderId': ({ params }) => <DraftPage orderId={params.orderId ?? ''} />,
      '/orders/$orderId/checkout/$step': ({ params }) => <CheckoutPage orderId={params.orderId ?? ''} step={params.step ?? ''} />,
    },
    // What it costs is no matter here.
    permissions.filter((permission) => permission !== 'cost:read'),
  );
  return { user: userEvent.setup(), at: () => router.state.location.pathname.split('/').slice(3).join('/') };
}

function aReadyDesk(order = anOrder(mugs)) {
  const desk = fakeDesk(order, [mug]);
  desk.world.addresses = [roastery];
  desk.world.rates = [ground];
  return desk;
}
const toEnd = '{Control>}{Shift>}{Enter}{/Shift}{/Control}';
const way = () => screen.findByRole('button', { name: /^Straight to Finalize Order/ });
const writes = (desk: Desk) => desk.calls.filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path.split(`${orderId}/`)[1] ?? ''}`);

test('one press fills in what is usual and opens Finalize Order, which says what was filled in', async () => {
  const desk = aReadyDesk();
  const { user, at } = openDraft(desk);
  await user.click(await way());
  await screen.findByText('Filled in as usual: shipping address, Ground, open account');
  expect(at()).toBe('checkout/finalize');
  expect(writes(desk)).toEqual(['POST checkout/usual']);
  await screen.findByText('Ready to submit');
});

test('the key does it from a cell: what was typed there is on the order before', async () => {
  const desk = aReadyDesk();
  const { user, at } = openDraft(desk);
  const quantity = await screen.findByLabelText('Line 1 quantity');
  await user.clear(quantity);
  await user.type(quantity, `12${toEnd}`);
  await waitFor(() => expect(at()).toBe('checkout/finalize'));
  expect(writes(desk).map((write) => write.split(' ')[0])).toEqual(['PATCH', 'POST']);
  expect(desk.order().lines[0]?.quantity).toBe(12);
});

test.each([
  { keys: toEnd, to: 'checkout/finalize' },
  { keys: '{Control>}{Enter}{/Control}', to: 'checkout/shipping' },
])('the keyboard need not be anywhere on the page: $to', async ({ keys, to }) => {
  const { user, at } = openDraft(aReadyDesk());
  await way();
  // As after a press on nothing in particular.
  await user.click(document.body);
  expect(document.activeElement).toBe(document.body);
  await user.keyboard(keys);
  await waitFor(() => expect(at()).toBe(to));
});

test('what was entered faster than it is found is a line before it', async () => {
  const desk = aReadyDesk();
  const found = Promise.withResolvers<void>();
  desk.world.searchHeld = () => found.promise;
  const { user, at } = openDraft(desk);
  await user.type(await screen.findByLabelText('Add Product'), '3 mug{Enter}');
  await user.keyboard(toEnd);
  expect(writes(desk)).toEqual([]);
  found.resolve();
  await waitFor(() => expect(at()).toBe('checkout/finalize'));
  expect(writes(desk)).toEqual(['POST lines', 'POST checkout/usual']);
});

const notSold = (kind: 'POST' | 'PATCH') => (desk: Desk) => {
  desk.world.refuse = ({ method, path }) =>
    method === kind && path.includes('/lines')
      ? { status: 422, body: { type: 'about:blank', title: 'No', status: 422, code: 'line.not_in_increment', requestId: 'test', refusals: [] } }
      : null;
};

test('what the order refused of Add Product is decided first', async () => {
  const desk = aReadyDesk();
  notSold('POST')(desk);
  const { user, at } = openDraft(desk);
  const field = await screen.findByLabelText('Add Product');
  await user.type(field, '3 mug{Enter}');
  await user.keyboard(toEnd);
  const dismiss = await screen.findByRole('button', { name: 'Dismiss' });
  await waitFor(async () => expect((await way()).getAttribute('aria-busy')).toBeNull());
  expect([at(), writes(desk), document.activeElement]).toEqual(['', ['POST lines'], field]);
  await user.click(dismiss);
  await user.click(await way());
  await waitFor(() => expect(at()).toBe('checkout/finalize'));
});

test('a quantity that was refused at its line is decided first', async () => {
  const desk = aReadyDesk();
  notSold('PATCH')(desk);
  const { user, at } = openDraft(desk);
  const quantity = await screen.findByLabelText('Line 1 quantity');
  await user.clear(quantity);
  await user.type(quantity, '13');
  await user.click(await way());
  const dismiss = await screen.findByRole('button', { name: 'Dismiss' });
  await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('Line 1 quantity'));
  expect(at()).toBe('');
  await user.click(dismiss);
  await user.click(await way());
  await waitFor(() => expect(at()).toBe('checkout/finalize'));
});

test('pasted rows that wait are decided first', async () => {
  const desk = aReadyDesk();
  const row = { id: 'row', row: 1, text: 'NOPE\t3', why: 'Nothing found', quantity: 3, hits: [] };
  sessionStorage.setItem(`backdesk.form.2.pasted.${orderId}`, JSON.stringify([row]));
  const { user, at } = openDraft(desk);
  await user.click(await way());
  await waitFor(async () => expect((await way()).getAttribute('aria-busy')).toBeNull());
  expect([at(), writes(desk)]).toEqual(['', []]);
});

test('what was entered and fits nothing waits above Add Product after the page was left and come back to', async () => {
  const desk = aReadyDesk();
  const found = Promise.withResolvers<void>();
  desk.world.searchHeld = () => found.promise;
  const { user, at } = openDraft(desk);
  await user.type(await screen.findByLabelText('Add Product'), '5 nothing{Enter}');
  await user.click(screen.getByRole('button', { name: /^Continue to Shipping/ }));
  await waitFor(() => expect(at()).toBe('checkout/shipping'));
  found.resolve();
  await new Promise((resolve) => setTimeout(resolve));
  await user.click(await screen.findByRole('link', { name: 'Edit lines' }));
  await screen.findByText('“5 nothing” was not found.');
  await user.click(screen.getByRole('button', { name: 'Skip' }));
  expect(screen.queryByText('“5 nothing” was not found.')).toBeNull();
  expect(document.activeElement).toBe(screen.getByLabelText('Add Product'));
});

test('while an address is being entered in the panel no other is filled in', async () => {
  const desk = aReadyDesk();
  const { user, at } = openDraft(desk);
  await user.click(await screen.findByRole('button', { name: 'Edit Shipping/Billing' }));
  await screen.findByRole('radio', { name: /Roastery/ });
  expect((await way()).hasAttribute('disabled')).toBe(true);
  await user.keyboard(toEnd);
  expect([at(), writes(desk)]).toEqual(['', []]);
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  await user.click(await way());
  await waitFor(() => expect(at()).toBe('checkout/finalize'));
});

test('what cannot be filled in is the step that opens', async () => {
  const desk = aReadyDesk();
  desk.world.addresses = [];
  const { user, at } = openDraft(desk);
  await user.click(await way());
  await waitFor(() => expect(at()).toBe('checkout/shipping'));
  expect(screen.queryByText(/Filled in as usual/)).toBeNull();
});

test('a refusal says itself in the rail, and the draft stays', async () => {
  const desk = aReadyDesk();
  desk.world.refuse = ({ path }) =>
    path.endsWith('/usual')
      ? { status: 409, body: { type: 'about:blank', title: 'No', status: 409, code: 'order.not_editable', requestId: 'test', refusals: [] } }
      : null;
  const { user, at } = openDraft(desk);
  await user.click(await way());
  expect((await screen.findByRole('alert')).textContent).not.toBe('');
  expect([at(), (await way()).getAttribute('aria-busy')]).toEqual(['', null]);
});

test('without the server it is kept, and the first open step is shown', async () => {
  const desk = aReadyDesk();
  const { user, at } = openDraft(desk);
  const button = await way();
  desk.world.isOffline = true;
  await user.click(button);
  await waitFor(() => expect(at()).toBe('checkout/shipping'));
  desk.world.isOffline = false;
  await waitFor(() => expect(desk.order().payment).toEqual({ method: 'open_account' }), { timeout: 15_000 });
});

test.each([
  ['no line', anOrder([])],
  ['no customer', anOrder(mugs, { customer: null })],
  ['no right to change it', anOrder(mugs, { abilities: { ...anOrder().abilities, edit: false } })],
])('with %s there is no such way, nor its key', async (_, order) => {
  const desk = aReadyDesk(order);
  const { user, at } = openDraft(desk);
  await screen.findByRole('region', { name: 'Ways on' });
  expect(screen.queryByRole('button', { name: /Straight/ })).toBeNull();
  await user.keyboard(toEnd);
  expect([at(), writes(desk)]).toEqual(['', []]);
});

test('an estimate says that it goes without what was entered and is no line yet', async () => {
  const desk = aReadyDesk();
  const { user } = openDraft(desk);
  await user.click(await screen.findByRole('button', { name: /^Convert to Estimate/ }));
  await screen.findByRole('dialog');
  expect(screen.queryByText(/no line yet/)).toBeNull();
  await user.click(await screen.findByRole('button', { name: 'Cancel' }));
  await user.type(await screen.findByLabelText('Add Product'), 'nothing like it');
  await user.click(await screen.findByRole('button', { name: /^Convert to Estimate/ }));
  await screen.findByText(/no line yet/);
});
