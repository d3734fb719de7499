// The cart by itself: counted as it is typed, and what stands against a line is said at it.
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { openCarts } from '../src/site/lib/open-carts.ts';
import { aCart, dana, mugs, openSite, problem } from './fake-store.tsx';

afterEach(async () => {
  cleanup();
  await openCarts.forget();
  vi.unstubAllGlobals();
});

const total = () => document.querySelector('[data-total]')?.textContent;

test('a quantity counts as it is typed, before the store has answered', async () => {
  const user = userEvent.setup();
  let answer: (() => void) | undefined;
  const asked = openSite('/cart', async ({ method }) => {
    if (method === 'GET') return { body: { cart: aCart([mugs]) } };
    await new Promise<void>((resolve) => {
      answer = resolve;
    });
    const changed = { ...mugs, quantity: 144, quantityVersion: 3, unitPrice: '4', total: { amount: 57_600, currency: 'USD' } };
    return { body: { cart: aCart([changed], { version: 3 }) } };
  });
  const field = await screen.findByLabelText('Quantity of Mug 11 oz');
  await user.clear(field);
  await user.type(field, '144');
  // 144 of them together cost 576.00.
  expect(total()).toBe('$576.00');
  await user.tab();
  await waitFor(() => expect(asked.at(-1)).toMatchObject({ method: 'PATCH', body: { quantity: 144 } }));
  answer?.();
  await screen.findByRole('link', { name: 'Cart, 144' });
});

test('what the store refuses is said at the line, and what was typed stands', async () => {
  const user = userEvent.setup();
  openSite('/cart', ({ method }) =>
    method === 'GET'
      ? { body: { cart: aCart([mugs]) } }
      : problem(422, 'line.not_in_increment', { refusals: [{ code: 'line.not_in_increment', lineId: mugs.id, detail: { increment: 12 } }] }),
  );
  const field = await screen.findByLabelText('Quantity of Mug 11 oz');
  await user.clear(field);
  await user.type(field, '13');
  await user.tab();
  await screen.findByText('Sold in steps of 12');
  expect(field).toHaveProperty('value', '13');
});

test('a quantity that is not sold offers the nearest that are, and one of them is taken', async () => {
  const user = userEvent.setup();
  const cups = { ...mugs, quantityRule: { increment: 12, maximum: 48 }, quantity: 1, blockers: [] };
  const refusal = (quantity: number) => ({
    code: 'line.not_in_increment',
    lineId: mugs.id,
    pointer: '/quantity',
    detail: { increment: 12, quantity, below: 13, above: 25 },
  });
  const asked = openSite('/cart', ({ method, body }) => {
    const quantity = (body as { quantity?: number } | null)?.quantity ?? 1;
    if (method === 'GET') return { body: { cart: aCart([cups]) } };
    if (quantity === 14) return problem(422, 'line.not_in_increment', { refusals: [refusal(14)] });
    return { body: { cart: aCart([{ ...cups, quantity, quantityVersion: 3 }], { version: 3 }) } };
  });
  const field = await screen.findByLabelText('Quantity of Mug 11 oz');
  await user.clear(field);
  await user.type(field, '14');
  await user.tab();
  await user.click(await screen.findByRole('button', { name: 'Make it 13' }));
  await waitFor(() => expect(asked.at(-1)).toMatchObject({ method: 'PATCH', body: { quantity: 13 } }));
  await waitFor(() => expect(screen.queryByRole('button', { name: /^Make it/ })).toBeNull());
  await user.clear(field);
  await user.type(field, '14');
  await user.tab();
  // It is what the cart has: pressing it gives the field back.
  await user.click(await screen.findByRole('button', { name: 'Make it 13' }));
  expect(field).toHaveProperty('value', '13');
  await user.clear(field);
  await user.type(field, '14');
  await user.tab();
  await user.click(screen.getByRole('button', { name: 'Make it 25' }));
  await waitFor(() => expect(asked.at(-1)).toMatchObject({ method: 'PATCH', body: { quantity: 25 } }));
  await waitFor(() => expect(field).toHaveProperty('value', '25'));
  expect(screen.queryByRole('button', { name: /^Make it/ })).toBeNull();
});

test.each(['000000', 'x'])('%s after a figure that the store has by now: the cart has again what it had', async (more) => {
  const user = userEvent.setup();
  const asked = openSite('/cart', ({ method, body }) => {
    const quantity = (body as { quantity?: number } | null)?.quantity ?? 12;
    const version = method === 'GET' ? 2 : 2 + asked.filter((call) => call.method === 'PATCH').length;
    return { body: { cart: aCart([{ ...mugs, quantity, quantityVersion: version }], { version }) } };
  });
  const field = await screen.findByLabelText('Quantity of Mug 11 oz');
  await user.clear(field);
  await user.type(field, '100');
  await waitFor(() => expect(asked.at(-1)).toMatchObject({ method: 'PATCH', body: { quantity: 100 } }), { timeout: 3_000 });
  await screen.findByRole('link', { name: 'Cart, 100' });
  await user.type(field, more);
  await waitFor(() => expect(asked.at(-1)).toMatchObject({ method: 'PATCH', body: { quantity: 12 } }));
  expect((field as HTMLInputElement).value.replaceAll(',', '')).toBe(`100${more}`);
});

test('without a connection a change stays on the screen and is sent with its version when the store answers again', async () => {
  const user = userEvent.setup();
  let isOffline = true;
  const asked = openSite('/cart', ({ method }) => {
    if (method === 'GET') return { body: { cart: aCart([mugs]) } };
    if (isOffline) throw new TypeError('Failed to fetch');
    const changed = { ...mugs, quantity: 24, quantityVersion: 3, total: { amount: 9840, currency: 'USD' } };
    return { body: { cart: aCart([changed], { version: 3 }) } };
  });
  const field = await screen.findByLabelText('Quantity of Mug 11 oz');
  await user.clear(field);
  await user.type(field, '24');
  await user.tab();
  await screen.findByText(/1 change is kept here/);
  expect(total()).toBe('$98.40');
  isOffline = false;
  window.dispatchEvent(new Event('online'));
  await screen.findByRole('link', { name: 'Cart, 24' });
  expect(screen.queryByText(/kept here/)).toBeNull();
  expect(asked.at(-1)).toMatchObject({ method: 'PATCH', body: { quantity: 24, basedOn: 2 } });
});

test('what the store set meanwhile stands beside what was typed, and one of them is chosen', async () => {
  const user = userEvent.setup();
  let quantity = 12;
  const asked = openSite('/cart', ({ method, body }) => {
    const cart = () => aCart([{ ...mugs, quantity, quantityVersion: 3 }], { version: quantity === 12 ? 2 : 3 });
    if (method === 'GET') return { body: { cart: cart() } };
    if (quantity !== 12) {
      quantity = (body as { quantity: number }).quantity;
      return { body: { cart: aCart([{ ...mugs, quantity }], { version: 4 }) } };
    }
    quantity = 44;
    return problem(409, 'order.conflict', {
      conflicts: [{ pointer: '/quantity', value: 44, version: 3, by: 'Ridgeline Print', at: '2026-11-23T15:00:00.000Z' }],
    });
  });
  const field = await screen.findByLabelText('Quantity of Mug 11 oz');
  await user.clear(field);
  await user.type(field, '99');
  await user.tab();
  await screen.findByText(/Ridgeline Print changed the quantity at/);
  expect(field).toHaveProperty('value', '99');
  await user.click(screen.getByRole('button', { name: 'Keep mine: 99' }));
  await screen.findByRole('link', { name: 'Cart, 99' });
  expect(asked.at(-1)).toMatchObject({ method: 'PATCH', body: { quantity: 99, basedOn: 3 } });
});

test('what is no longer sold keeps its line and says so; what was agreed cannot be changed', async () => {
  const gone = { ...mugs, blockers: [{ code: 'line.product_unavailable', lineId: mugs.id }] };
  const agreed = { ...mugs, id: '01900000-0000-7000-8000-0000000000e2', name: 'Tee', agreedUnitPrice: '3', mayChange: false };
  openSite('/cart', () => ({ body: { cart: aCart([gone, agreed]) } }), dana);
  await screen.findByText('No longer sold');
  expect(screen.queryByLabelText('Quantity of Tee')).toBeNull();
  expect(screen.getByRole('button', { name: 'Remove Tee' })).toBeDefined();
});

test.each(['0', '99999999999', 'abc'])('%s is no quantity: it stays as it was typed, says what it may be, and nothing goes on with another', async (typed) => {
  const user = userEvent.setup();
  const asked = openSite('/cart', () => ({ body: { cart: aCart([mugs]) } }));
  const field = await screen.findByLabelText('Quantity of Mug 11 oz');
  await user.clear(field);
  await user.type(field, typed);
  await user.tab();
  expect((field as HTMLInputElement).value.replaceAll(',', '')).toBe(typed);
  screen.getByText(typed === 'abc' ? 'A whole number, such as 24' : 'From 1 to 9,999,999');
  await user.click(screen.getByRole('button', { name: 'Checkout' }));
  await waitFor(() => expect(document.activeElement).toBe(field));
  expect(asked.every(({ method }) => method === 'GET')).toBe(true);
  await user.clear(field);
  await user.type(field, '24');
  expect(screen.queryByText('From 1 to 9,999,999')).toBeNull();
});

test('of an agreed line the quantity moves within the bounds that the store gave; others are said to be none and not sent', async () => {
  const user = userEvent.setup();
  const agreed = { ...mugs, agreedUnitPrice: '3', mayChange: false, quantityBounds: { minimum: 8, maximum: 48 } };
  const asked = openSite(
    '/cart',
    ({ body }) => ({ body: { cart: aCart([{ ...agreed, quantity: (body as { quantity?: number } | null)?.quantity ?? 12 }]) } }),
    dana,
  );
  const field = await screen.findByLabelText('Quantity of Mug 11 oz');
  await user.clear(field);
  await user.type(field, '60');
  await user.tab();
  screen.getByText('From 8 to 48');
  expect(asked.every(({ method }) => method === 'GET')).toBe(true);
  await user.clear(field);
  await user.type(field, '48');
  await user.tab();
  await waitFor(() => expect(asked.at(-1)).toMatchObject({ method: 'PATCH', body: { quantity: 48 } }));
  expect(screen.queryByText('From 8 to 48')).toBeNull();
});

test('a line that was removed comes back by Undo, and the keyboard goes on at the next one', async () => {
  const user = userEvent.setup();
  const cap = { ...mugs, id: '01900000-0000-7000-8000-0000000000e3', name: 'Cap' };
  let cart = aCart([mugs, cap]);
  const asked = openSite('/cart', ({ method, path }) => {
    if (method === 'DELETE') cart = aCart([cap], { version: 3 });
    if (path === '/cart/undo') cart = aCart([mugs, cap], { version: 4 });
    return { body: { cart } };
  });
  await user.click(await screen.findByRole('button', { name: 'Remove Mug 11 oz' }));
  await screen.findByText('Mug 11 oz removed');
  expect(screen.queryByLabelText('Quantity of Mug 11 oz')).toBeNull();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Remove Cap' }));
  await waitFor(() => expect(asked.at(-1)?.method).toBe('DELETE'));
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await screen.findByLabelText('Quantity of Mug 11 oz');
  expect(asked.find(({ path }) => path === '/cart/undo')?.body).toEqual({ version: 3 });
});

test('a customer saves the cart without a name', async () => {
  const user = userEvent.setup();
  const asked = openSite('/cart', ({ method }) => (method === 'GET' ? { body: { cart: aCart([mugs]) } } : { body: { id: mugs.id, name: '' } }), dana);
  await user.click(await screen.findByRole('button', { name: 'Save Cart' }));
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Save Cart' }));
  await screen.findByText('The cart was saved');
  expect(asked.find(({ path }) => path === '/cart/save')).toMatchObject({ body: { name: '' } });
  await screen.findByRole('heading', { name: 'Your cart is empty' });
});

test('a guest is shown the way to sign in', async () => {
  openSite('/cart', () => ({ body: { cart: aCart([mugs]) } }));
  await screen.findByRole('link', { name: 'Sign in to save this cart' });
  expect(screen.queryByRole('button', { name: 'Save Cart' })).toBeNull();
});
