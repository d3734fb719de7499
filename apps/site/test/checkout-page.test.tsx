// The checkout of a customer: the steps of the desk, on the customer's own cart.
import type { SiteOrder } from '@backdesk/contract/site/schema.ts';
import { cleanup, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { openCarts } from '../src/site/lib/open-carts.ts';
import { type Asked, aCart, dana, guest, mugs, openSite, problem } from './fake-store.tsx';

afterEach(async () => {
  cleanup();
  await openCarts.forget();
  vi.unstubAllGlobals();
  sessionStorage.clear();
});

const address = { name: 'Dana Wu', company: '', line1: '11 Court St', line2: '', city: 'Brooklyn', region: 'NY', postcode: '11201', country: 'US', phone: '' };
const contact = { name: 'Dana Wu', email: 'dana@harbor.example', phone: '', company: '' };
const office = {
  id: '01900000-0000-7000-8000-0000000000d1',
  version: 1,
  label: 'Office',
  address,
  defaultShipping: true,
  defaultBilling: true,
  of: 'customer',
};
const home = { ...office, id: '01900000-0000-7000-8000-0000000000d2', label: 'Home', address: { ...address, line1: '7 Elm St' }, defaultShipping: false };

/** A store that takes everything, with this cart and these addresses. */
const taking =
  (cart: SiteOrder, more: (asked: Asked) => ReturnType<typeof problem> | undefined = () => undefined) =>
  (asked: Asked) => {
    const said = more(asked);
    if (said !== undefined) return said;
    if (asked.path === '/addresses') return { body: { items: [office, home] } };
    if (asked.path === '/pickup-places' || asked.path === '/order-fields') return { body: { items: [] } };
    return { body: { cart } };
  };
const sent = (asked: readonly Asked[], path: string) => asked.filter((one) => one.method !== 'GET' && one.path === path).map(({ body }) => body);
const goOn = () => screen.getByRole('button', { name: 'Continue' });

test('a guest says who they are before where it goes, and is told what is missing', async () => {
  const user = userEvent.setup();
  const asked = openSite('/checkout/shipping', taking(aCart([mugs], { contact })), guest);
  await user.clear(await screen.findByLabelText('Email'));
  await user.type(screen.getByLabelText('Address'), '11 Court St');
  await user.click(goOn());
  await screen.findByText('Enter your email address.');
  expect(sent(asked, '/cart/shipping')).toEqual([]);
  await user.type(screen.getByLabelText('Email'), 'dana@court.example');
  await user.type(screen.getByLabelText('City'), 'Brooklyn');
  await user.selectOptions(screen.getByLabelText('State'), 'NY');
  await user.type(screen.getByLabelText('ZIP code'), '11201');
  await user.click(goOn());
  await screen.findByRole('heading', { level: 1, name: 'Shipping method' });
  expect(sent(asked, '/cart/contact')).toMatchObject([{ email: 'dana@court.example' }]);
  expect(sent(asked, '/cart/shipping')).toMatchObject([{ address: { line1: '11 Court St', postcode: '11201' } }]);
});

test('a customer splits the order over two addresses of their book', async () => {
  const user = userEvent.setup();
  const asked = openSite('/checkout/shipping', taking(aCart([mugs], { contact })), dana);
  await user.click(await screen.findByRole('radio', { name: /Ship to several addresses/ }));
  const [first, second] = [within(screen.getByRole('region', { name: 'Shipment 1' })), within(screen.getByRole('region', { name: 'Shipment 2' }))];
  await user.click(await first.findByRole('radio', { name: /Office/ }));
  await user.click(second.getByRole('radio', { name: /Home/ }));
  const pieces = first.getByLabelText(/^Pieces of Mug 11 oz/);
  await user.clear(pieces);
  await user.type(pieces, '5');
  await user.tab();
  await user.click(second.getByRole('button', { name: 'Take the other 7' }));
  await user.click(goOn());
  await screen.findByRole('heading', { level: 1, name: 'Shipping method' });
  expect(sent(asked, '/cart/shipping')).toMatchObject([
    {
      shipments: [
        { kind: 'ship', address: { line1: '11 Court St' }, lines: [{ lineId: mugs.id, quantity: 5 }] },
        { kind: 'ship', address: { line1: '7 Elm St' }, lines: [{ lineId: mugs.id, quantity: 7 }] },
      ],
    },
  ]);
});

test('a total that moved is told with both figures, and the second try is for the new one', async () => {
  const user = userEvent.setup();
  const moved = problem(409, 'order.moved', { refusals: [{ code: 'order.moved', detail: { expectedAmount: 4920, totalAmount: 5100 } }] });
  let tries = 0;
  const asked = openSite(
    '/checkout/finalize',
    taking(aCart([mugs], { contact, payment: { method: 'purchase_order', poNumber: 'PO-1' } }), ({ path }) => {
      if (path !== '/cart/submit') return undefined;
      tries += 1;
      return tries === 1 ? moved : { status: 200, body: aCart([mugs], { contact, stage: 'submitted', number: 1042 }) };
    }),
    dana,
  );
  await user.click(await screen.findByRole('button', { name: 'Submit Order' }));
  await screen.findByText('The total is $51.00 now, it was $49.20.');
  await user.click(screen.getByRole('button', { name: 'Submit Order' }));
  await screen.findByRole('heading', { name: /^Thank you: order 1042/ });
  expect(sent(asked, '/cart/submit')).toMatchObject([{ expectedTotal: { amount: 4920 } }, { expectedTotal: { amount: 5100 } }]);
});

test('what the store changed unseen is shown before it is ordered, also where the total is the same; the second try is for what is shown', async () => {
  const user = userEvent.setup();
  const to = (line1: string) => aCart([]).shipping.shipments.map((shipment) => ({ ...shipment, address: { ...address, line1 }, served: true }));
  let cart = aCart([mugs], { contact, payment: { method: 'purchase_order', poNumber: 'PO-1' }, shipping: { shipments: to('11 Court St') } });
  const asked = openSite(
    '/checkout/finalize',
    (one) => {
      if (one.path !== '/cart/submit') return taking(cart)(one);
      if (cart.version === 3) return { body: { ...cart, stage: 'submitted', number: 1042 } };
      cart = { ...cart, version: 3, shipping: { shipments: to('9 Oak St') } };
      return problem(409, 'order.conflict', {
        conflicts: [{ pointer: '', value: 3, version: 3, by: 'Ridgeline Print', at: '2026-11-23T15:00:00.000Z' }],
      });
    },
    dana,
  );
  await user.click(await screen.findByRole('button', { name: 'Submit Order' }));
  await screen.findByText(/^Ridgeline Print changed this order meanwhile/);
  await screen.findByText('Where it goes: Dana Wu, 11 Court St, Brooklyn, NY 11201 → Dana Wu, 9 Oak St, Brooklyn, NY 11201');
  await user.click(screen.getByRole('button', { name: 'Submit Order' }));
  await screen.findByRole('heading', { name: /^Thank you: order 1042/ });
  expect(sent(asked, '/cart/submit')).toMatchObject([{ basedOn: 2 }, { basedOn: 3 }]);
});

test('what the store changed and nothing is to be seen of stands in nobody’s way', async () => {
  const user = userEvent.setup();
  let cart = aCart([mugs], { contact, payment: { method: 'purchase_order', poNumber: 'PO-1' } });
  const asked = openSite(
    '/checkout/finalize',
    (one) => {
      if (one.path !== '/cart/submit') return taking(cart)(one);
      if (cart.version === 3) return { body: { ...cart, stage: 'submitted', number: 1042 } };
      cart = { ...cart, version: 3 };
      return problem(409, 'order.conflict', {
        conflicts: [{ pointer: '', value: 3, version: 3, by: 'Ridgeline Print', at: '2026-11-23T15:00:00.000Z' }],
      });
    },
    dana,
  );
  await user.click(await screen.findByRole('button', { name: 'Submit Order' }));
  await screen.findByRole('heading', { name: /^Thank you: order 1042/ });
  expect(sent(asked, '/cart/submit')).toMatchObject([{ basedOn: 2 }, { basedOn: 3 }]);
});

test('a note that the store wrote too stands beside what was typed, whole, and nothing is ordered before one is chosen', async () => {
  const user = userEvent.setup();
  const [ours, theirs] = ['Please leave the boxes behind the blue gate, not at the door', 'Ring at number 13'];
  let note = '';
  let version = 2;
  const cart = () => aCart([mugs], { contact, version, noteCustomer: note, payment: { method: 'purchase_order', poNumber: 'PO-1' } });
  const asked = openSite(
    '/checkout/finalize',
    (one) => {
      if (one.method === 'PATCH') {
        if (version === 2) {
          [note, version] = [theirs, 3];
          return problem(409, 'order.conflict', {
            conflicts: [{ pointer: '/noteCustomer', value: theirs, version: 3, by: 'Ridgeline Print', at: '2026-11-23T15:00:00.000Z' }],
          });
        }
        [note, version] = [(one.body as { noteCustomer: string }).noteCustomer, version + 1];
      }
      return taking(cart(), ({ path }) => (path === '/cart/submit' ? { status: 200, body: { ...cart(), stage: 'submitted', number: 1042 } } : undefined))(one);
    },
    dana,
  );
  const field = await screen.findByLabelText(/Note to the store/);
  await user.type(field, ours);
  await user.tab();
  await screen.findByText(/Ridgeline Print changed the note at/);
  expect([...document.querySelectorAll('dd')].map(({ textContent }) => textContent)).toEqual(expect.arrayContaining([ours, theirs]));
  expect(field).toHaveProperty('value', ours);
  await user.click(screen.getByRole('button', { name: 'Submit Order' }));
  await screen.findByText(/Something you typed is not settled yet/);
  expect(sent(asked, '/cart/submit')).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Keep mine' }));
  await user.click(screen.getByRole('button', { name: 'Submit Order' }));
  await screen.findByRole('heading', { name: /^Thank you: order 1042/ });
  expect(sent(asked, '/cart')).toMatchObject([
    { noteCustomer: ours, basedOn: 2 },
    { noteCustomer: ours, basedOn: 3 },
  ]);
});

test('where orders wait for approval, that is said before it is submitted', async () => {
  const cart = aCart([mugs], { contact, payment: { method: 'purchase_order', poNumber: 'PO-1' } });
  openSite('/checkout/finalize', taking(cart), { ...dana, ordersWait: true });
  await screen.findByText(/order over \$49.20. It waits until we approve it/);
});

test('rates that cost nothing are said to be free, and none of them the lowest', async () => {
  const rate = (name: string, amount: number) => ({
    rateId: `01900000-0000-7000-8000-0000000000${amount + 10}`,
    name,
    amount: { amount, currency: 'USD' },
    was: null,
    chosen: false,
    transit: '',
    terms: null,
  });
  const shipments = aCart([mugs]).shipping.shipments.map((shipment) => ({ ...shipment, address, served: true }));
  openSite(
    '/checkout/shipping-method',
    taking(aCart([mugs], { contact, shipping: { shipments } }), ({ path }) =>
      path === '/cart/shipping-rates'
        ? {
            status: 200,
            body: {
              items: [
                { shipmentId: shipments[0]?.id, ...rate('Ground', 0) },
                { shipmentId: shipments[0]?.id, ...rate('Van', 0), rateId: mugs.id },
                { shipmentId: shipments[0]?.id, ...rate('Air', 900) },
              ],
            },
          }
        : undefined,
    ),
    dana,
  );
  await screen.findByRole('radio', { name: /^Air/ });
  expect(screen.getAllByText('Free')).toHaveLength(2);
  expect(screen.queryByText('lowest')).toBeNull();
});
