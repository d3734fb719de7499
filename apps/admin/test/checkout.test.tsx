// Checkout by itself: what its steps send, and what they show of an order whose steps no longer hold.
import type { SavedAddress } from '@backdesk/contract/customer/schema.ts';
import type { ShippingRateOffer } from '@backdesk/contract/order/checkout.ts';
import type { PickupPlaceJson } from '@backdesk/contract/settings/schema.ts';
import { previewLine } from '@backdesk/ordering/editing/preview-line.ts';
import { useLocation } from '@tanstack/react-router';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { CheckoutPage } from '../src/features/checkout/checkout-page.tsx';
import { editors } from '../src/lib/order-editors.ts';
import { aRevision } from './a-revision.ts';
import { aHit, anOrder, aShippedOrder, fakeDesk, orderId } from './fake-desk.ts';
import { renderRouted } from './on-page.tsx';

afterEach(async () => {
  cleanup();
  vi.unstubAllGlobals();
  sessionStorage.clear();
  await editors.forget();
});

const lineId = '01900000-0000-7000-8000-0000000000e1';
const shipmentId = '01900000-0000-7000-8000-0000000000b1';
const mugs = (quantity: number) => [previewLine(aHit('MUG', 'Mug 11 oz', [[1, '4.50']]), quantity, lineId)];
const usd = (amount: number) => ({ amount, currency: 'USD' });
const at = (line1: string, postcode: string) => ({
  name: 'Dana Wu',
  company: '',
  line1,
  line2: '',
  city: 'Brooklyn',
  region: 'NY',
  postcode,
  country: 'US',
  phone: '',
});

function kept(label: string, line1: string, postcode: string, isDefault = false): SavedAddress {
  const id = `01900000-0000-7000-8000-0000000${postcode}`;
  return { id, version: 1, label, address: at(line1, postcode), defaultShipping: isDefault, defaultBilling: isDefault, of: 'customer' };
}
const roastery = kept('Roastery', '214 Van Brunt St', '11231', true);
const office = kept('Office', '11 Court St', '11201');

const terms: ShippingRateOffer['terms'] = {
  kind: 'by_weight',
  tiers: [
    { upToGrams: 2500, amount: 980 },
    { upToGrams: null, amount: 1240 },
  ],
  freeOverAmount: null,
};
const ground: ShippingRateOffer = { shipmentId, rateId: 'ground', name: 'Ground', transit: '', amount: usd(1240), terms, chosen: true, was: usd(980) };

type Desk = ReturnType<typeof fakeDesk>;

function Shown() {
  const path = useLocation({ select: ({ pathname }) => pathname });
  return <CheckoutPage orderId={orderId} step={path.split('/').at(-1) ?? ''} />;
}

/** The step on the screen, with somebody at the keyboard. */
async function openStep(step: string, desk: Desk) {
  vi.stubGlobal('fetch', desk.fetch);
  const router = renderRouted(<Shown />, { path: `/orders/${orderId}/checkout/${step}` });
  await screen.findByRole('heading', { level: 2, name: /^(Shipping|Billing)/ });
  return { user: userEvent.setup(), router };
}
const sent = (desk: Desk, path: string) => desk.calls.filter((call) => call.method === 'PUT' && call.path.endsWith(path)).map(({ body }) => body);
const goOn = () => screen.getByRole('button', { name: /^Continue/ });

test('split over two addresses: what is left is said, and each piece is sent where it goes', async () => {
  const desk = fakeDesk(anOrder(mugs(10)));
  desk.world.addresses = [roastery, office];
  const { user, router } = await openStep('shipping', desk);
  await user.click(await screen.findByRole('radio', { name: /Ship to several addresses/ }));
  const first = within(screen.getByRole('region', { name: 'Shipment 1' }));
  const second = within(screen.getByRole('region', { name: 'Shipment 2' }));
  await user.click(await first.findByRole('radio', { name: /Roastery/ }));
  await user.click(second.getByRole('radio', { name: /Office/ }));
  const pieces = first.getByLabelText(/^Pieces of Mug 11 oz/);
  await user.clear(pieces);
  await user.type(pieces, '4');
  await user.tab();
  await screen.findByText('Mug 11 oz: 6 in no shipment');
  // Nothing is sent while pieces are left over.
  await user.click(goOn());
  expect(sent(desk, '/shipping')).toEqual([]);
  await user.click(second.getByRole('button', { name: 'Take the other 6' }));
  await user.click(goOn());
  await waitFor(() => expect(router.state.location.pathname).toMatch(/shipping-method$/));
  const [body] = sent(desk, '/shipping');
  expect(body?.shipments).toMatchObject([
    { kind: 'ship', address: { line1: '214 Van Brunt St' }, lines: [{ lineId, quantity: 4 }] },
    { kind: 'ship', address: { line1: '11 Court St' }, lines: [{ lineId, quantity: 6 }] },
  ]);
});

test('Continue before the customer\u2019s addresses are there goes on with the usual one as soon as they are', async () => {
  const desk = fakeDesk(anOrder(mugs(10)));
  desk.world.addresses = [roastery, office];
  const come = Promise.withResolvers<void>();
  const late: typeof desk.fetch = async (input, init) => {
    if (String(input).includes('/customers/')) await come.promise;
    return desk.fetch(input, init);
  };
  const { user, router } = await openStep('shipping', { ...desk, fetch: late });
  await user.click(goOn());
  expect(screen.queryByLabelText('ZIP code')).toBeNull();
  expect(sent(desk, '/shipping')).toEqual([]);
  come.resolve();
  await waitFor(() => expect(router.state.location.pathname).toMatch(/shipping-method$/));
  expect(sent(desk, '/shipping')).toMatchObject([{ address: { line1: '214 Van Brunt St' } }]);
});

test('an address of the book is chosen without its fields; one that the order has is shown to read, with the way to change it', async () => {
  const desk = fakeDesk(anOrder(mugs(10)));
  desk.world.addresses = [roastery, office];
  const { user, router } = await openStep('shipping', desk);
  expect((await screen.findByRole<HTMLInputElement>('radio', { name: /Roastery/ })).checked).toBe(true);
  expect(screen.queryByLabelText('ZIP code')).toBeNull();
  await user.click(screen.getByRole('radio', { name: /Office/ }));
  await user.click(goOn());
  await waitFor(() => expect(router.state.location.pathname).toMatch(/shipping-method$/));
  expect(sent(desk, '/shipping')).toMatchObject([{ address: { line1: '11 Court St', postcode: '11201' } }]);

  await user.click(screen.getByRole('link', { name: 'Change' }));
  await user.click(await screen.findByRole('button', { name: 'Change: Shipping' }));
  expect(document.activeElement).toBe(screen.getByRole('radio', { name: /Office/ }));
  await user.click(screen.getByRole('button', { name: 'Change it for this order' }));
  const zip = screen.getByLabelText('ZIP code');
  await user.clear(zip);
  await user.click(goOn());
  expect(zip.getAttribute('aria-invalid')).toBe('true');
  await user.type(zip, '11215');
  await user.click(goOn());
  await waitFor(() => expect(sent(desk, '/shipping').at(-1)).toMatchObject({ address: { line1: '11 Court St', postcode: '11215' } }));
});

test('picked up: somebody has to choose among the places in use, and no method is asked for', async () => {
  const place = (id: string, name: string, active: boolean): PickupPlaceJson => ({
    id,
    version: 1,
    name,
    hours: 'Mo to Fr, 8 to 16',
    address: at('175 Van Dyke St', '11231'),
    active,
  });
  const desk = fakeDesk(anOrder(mugs(10)));
  desk.world.places = [place('p1', 'Red Hook', true), place('p2', 'Midtown', true), place('p3', 'Closed depot', false)];
  const { user, router } = await openStep('shipping', desk);
  await user.click(await screen.findByRole('radio', { name: /The customer picks it up/ }));
  await screen.findByRole('radio', { name: /Red Hook/ });
  expect(screen.queryByRole('radio', { name: /Closed depot/ })).toBeNull();
  await user.click(goOn());
  await screen.findByText('Choose where it is picked up');
  expect(sent(desk, '/shipping')).toEqual([]);
  await user.click(screen.getByRole('radio', { name: /Midtown/ }));
  await user.click(goOn());
  await waitFor(() => expect(router.state.location.pathname).toMatch(/shipping-method$/));
  expect(sent(desk, '/shipping')).toMatchObject([{ shipments: [{ kind: 'pickup', pickupPlaceId: 'p2', lines: null }] }]);
  await screen.findByText(/The customer picks the order up/);
});

test('a typed price needs a price and a reason, and stands in the total', async () => {
  const desk = fakeDesk(aShippedOrder(mugs(10)));
  desk.world.rates = [{ ...ground, amount: usd(980), was: null }];
  const { user, router } = await openStep('shipping-method', desk);
  await user.click(await screen.findByRole('radio', { name: /Another price/ }));
  await user.click(goOn());
  await screen.findByText('Enter the price, 0 for free.');
  await screen.findByText('Say why.');
  expect(sent(desk, '/shipping-method')).toEqual([]);
  await user.type(screen.getByLabelText('Price'), '25');
  await user.type(screen.getByLabelText('Reason'), 'Agreed by phone');
  await user.click(goOn());
  await waitFor(() => expect(router.state.location.pathname).toMatch(/billing$/));
  expect(sent(desk, '/shipping-method')).toMatchObject([{ shipmentId, typed: { amount: usd(2500), reason: 'Agreed by phone' } }]);
  // 10 × 4.50 + 25.00 + 8.875 % of 45.00 (3.99375)
  await waitFor(() => expect(document.querySelector('[data-total]')?.textContent).toBe('$73.99'));
});

test('a method that no longer holds says why, counts nothing, and takes its new price by one key', async () => {
  const desk = fakeDesk(aShippedOrder(mugs(10)));
  desk.byAna(lineId, { quantity: 20 });
  desk.world.rates = [ground];
  const { user } = await openStep('shipping-method', desk);
  // 10 × 200 g and 20 × 200 g, in the pounds of the account.
  const notice = (await screen.findByText(/Please choose the method again: the weight changed/)).textContent;
  expect(notice).toMatch(/4\.4\d? lb → 8\.8\d? lb/);
  const total = () => document.querySelector('[data-total]')?.textContent;
  // 20 × 4.50 and 8.875 % of it (7.9875); shipping is left out, and said to be.
  expect(total()).toBe('$97.99');
  expect(screen.getByLabelText('Order summary').textContent).toMatch(/plus shipping/);
  expect(screen.getByRole<HTMLInputElement>('radio', { name: /Ground/ }).checked).toBe(false);
  screen.getByRole('button', { name: /\$12\.40, was \$9\.80: use it/ });
  await user.keyboard('u');
  await waitFor(() => expect(sent(desk, '/shipping-method')).toEqual([expect.objectContaining({ shipmentId, rateId: 'ground' })]));
  await waitFor(() => expect(total()).toBe('$110.39'));
  expect(screen.queryByText(/Please choose the method again/)).toBeNull();
});

test('undoing the change heals the step: the method and its price are back without being asked', async () => {
  const desk = fakeDesk(aShippedOrder(mugs(10)));
  desk.byAna(lineId, { quantity: 20 });
  desk.byAna(lineId, { quantity: 10 });
  desk.world.rates = [{ ...ground, amount: usd(980), was: null }];
  await openStep('shipping-method', desk);
  expect((await screen.findByRole<HTMLInputElement>('radio', { name: /Ground/ })).checked).toBe(true);
  expect(screen.queryByText(/Please choose the method again/)).toBeNull();
  // 45.00 + 9.80 + 3.99
  expect(document.querySelector('[data-total]')?.textContent).toBe('$58.79');
});

test.each([
  ['ask', 'Submit as accepted, $54.35', {}, ''],
  ['requote', null, { rateGone: 'Ground', nearestRate: 'Express', nearestAmount: 1500 }, 'Ground is no longer offered; the nearest, Express, costs $15.00. '],
] as const)(
  'an accepted estimate whose prices no longer hold, %s: it is not called ready, both totals are told, and so is what to do',
  async (policy, honour, gone, told) => {
    const desk = fakeDesk(aShippedOrder(mugs(10)));
    const detail = { revision: 1, mayHonour: policy === 'ask', acceptedAmount: 5435, totalAmount: 9334, ...gone };
    const submissions = () => desk.calls.filter(({ path }) => path.endsWith('/submit'));
    desk.world.refuse = ({ path, body }) => {
      if (!path.endsWith('/submit') || body.drift === 'honour') return null;
      const problem = { type: 'about:blank', title: 'drifted', status: 409, code: 'estimate.drifted', requestId: 'test' };
      return { status: 409, body: { ...problem, refusals: [{ code: 'estimate.drifted', detail }] } };
    };
    vi.stubGlobal('fetch', desk.fetch);
    renderRouted(<Shown />, { path: `/orders/${orderId}/checkout/finalize` });
    await screen.findByText('Ready to submit');
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'Submit Order' }));
    const notice = await screen.findByRole('alert');
    expect(notice.textContent).toContain('Accepted at $54.35, today it is $93.34');
    expect(notice.textContent).toContain(`${told}The accepted prices no longer hold`);
    expect(notice.textContent).toContain('onvert it again in the draft: the customer is asked anew');
    expect(within(notice).getByRole('link', { name: 'Go to the draft' }).getAttribute('href')).toBe(`/orders/${orderId}`);
    await waitFor(() => expect(document.activeElement?.contains(notice) && document.activeElement !== document.body, 'brought into view').toBe(true));
    expect(screen.queryByText('Ready to submit')).toBeNull();
    if (honour === null) {
      expect(within(notice).queryByRole('button')).toBeNull();
      return;
    }
    await user.click(within(notice).getByRole('button', { name: honour }));
    await waitFor(() => expect(submissions().map(({ body }) => body.drift)).toEqual([undefined, 'honour']));
  },
);

test.each([
  ['2020-01-22T12:00:00Z', /^The accepted prices held until .*Jan 22/],
  ['2099-01-23T04:59:59Z', null],
] as const)('accepted prices that hold until %s: %s is said in place of being ready', async (lockUntil, said) => {
  const order = aShippedOrder(mugs(10));
  const estimate = { revision: 2, revisions: [aRevision({ status: 'accepted', lockUntil })] };
  const desk = fakeDesk({ ...order, stage: 'estimate', estimate });
  vi.stubGlobal('fetch', desk.fetch);
  renderRouted(<Shown />, { path: `/orders/${orderId}/checkout/finalize` });
  await screen.findByText(said ?? 'Ready to submit');
  if (said !== null) expect(screen.queryByText('Ready to submit')).toBeNull();
});

const toEnd = '{Control>}{Shift>}{Enter}{/Shift}{/Control}';
const usualCalls = (desk: Desk) => desk.calls.filter(({ path }) => path.endsWith('/checkout/usual'));
const lowest: ShippingRateOffer = { ...ground, amount: usd(980), was: null, chosen: false };
const billingOnly = (address: SavedAddress): SavedAddress => ({ ...address, defaultShipping: false, defaultBilling: true });

test('straight on from a step: it is saved, what is empty after it is filled in, and Finalize Order says what', async () => {
  const desk = fakeDesk(anOrder(mugs(10)));
  desk.world.addresses = [roastery, office];
  desk.world.rates = [lowest];
  const { user, router } = await openStep('shipping', desk);
  await user.click(await screen.findByRole('radio', { name: /Office/ }));
  await user.keyboard(toEnd);
  await waitFor(() => expect(router.state.location.pathname).toMatch(/finalize$/));
  expect(sent(desk, '/shipping')).toMatchObject([{ address: { line1: '11 Court St' } }]);
  expect(usualCalls(desk)).toHaveLength(1);
  // The address was chosen here.
  await screen.findByText('Filled in as usual: Ground, billing address, open account');
  await screen.findByText('Ready to submit');
  await user.keyboard(toEnd);
  expect(desk.calls.filter(({ path }) => path.endsWith('/submit'))).toEqual([]);
  await user.click(screen.getByRole('link', { name: 'Change: Shipping method' }));
  await router.navigate({ to: `/orders/${orderId}/checkout/finalize` } as never);
  await screen.findByText('Ready to submit');
  expect(screen.queryByText(/Filled in as usual/)).toBeNull();
});

test('straight on from a step that misses something stays there and says what', async () => {
  const desk = fakeDesk(anOrder(mugs(10)));
  const { user, router } = await openStep('shipping', desk);
  await screen.findByLabelText('ZIP code');
  await user.keyboard(toEnd);
  await waitFor(() => expect(screen.getByLabelText('ZIP code').getAttribute('aria-invalid')).toBe('true'));
  expect(router.state.location.pathname).toMatch(/shipping$/);
  expect(usualCalls(desk)).toEqual([]);
});

test('straight on opens the step that cannot be filled in, and a refusal says itself', async () => {
  const desk = fakeDesk(anOrder(mugs(10), { allowedPayments: ['purchase_order'] }));
  desk.world.addresses = [roastery];
  desk.world.rates = [lowest];
  desk.world.refuse = ({ path }) =>
    path.endsWith('/checkout/usual')
      ? { status: 422, body: { type: 'about:blank', title: 'Invalid', status: 422, code: 'request.invalid', requestId: 'test' } }
      : null;
  const { user, router } = await openStep('shipping-method', desk);
  await screen.findByText('The shipping address comes first.');
  await user.keyboard(toEnd);
  expect((await screen.findByRole('alert')).textContent).toContain('Some fields are missing');
  desk.world.refuse = null;
  await user.keyboard(toEnd);
  await waitFor(() => expect(router.state.location.pathname).toMatch(/billing$/));
  expect(desk.order().shipping.shipments[0]).toMatchObject({ address: { line1: '214 Van Brunt St' }, method: { rateId: 'ground' } });
  // The one way to pay stands chosen, and asks for its number.
  expect(screen.getByRole<HTMLInputElement>('radio', { name: /Purchase order/ }).checked).toBe(true);
  await user.keyboard(toEnd);
  await screen.findByText('The purchase order number is needed');
});

test('the bill begins with the default for billing, but stays with the shipping address where somebody said so', async () => {
  const isSame = () => screen.getByRole<HTMLInputElement>('checkbox', { name: 'Billing address same as shipping' }).checked;
  const shipments = anOrder().shipping.shipments.map((shipment) => ({ ...shipment, address: roastery.address }));
  const desk = fakeDesk(anOrder(mugs(10), { shipping: { shipments } }));
  desk.world.addresses = [{ ...roastery, defaultBilling: false }, billingOnly(office)];
  const { user, router } = await openStep('billing', desk);
  await waitFor(() => expect(isSame()).toBe(false));
  expect(screen.getByRole<HTMLInputElement>('radio', { name: /Office/ }).checked).toBe(true);
  await user.click(screen.getByRole('checkbox', { name: 'Billing address same as shipping' }));
  await user.click(goOn());
  await waitFor(() => expect(router.state.location.pathname).toMatch(/finalize$/));
  expect(sent(desk, '/billing')).toMatchObject([{ sameAsShipping: true }]);
  cleanup();
  await editors.forget();
  await openStep('billing', desk);
  expect(isSame()).toBe(true);
});
