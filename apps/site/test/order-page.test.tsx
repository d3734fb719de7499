// An order of the customer's own: what became of it is said first.
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { openCarts } from '../src/site/lib/open-carts.ts';
import { aCart, dana, mugs, openSite } from './fake-store.tsx';

afterEach(async () => {
  cleanup();
  await openCarts.forget();
  vi.unstubAllGlobals();
});

test.each([
  ['approval_declined', 'Over the limit', /^Declined Nov 24, 2020/],
  ['approval_declined', '', /^Declined Nov 24, 2020$/],
  ['canceled', 'Ordered twice', /^Canceled Nov 24, 2020/],
] as const)('%s because of “%s”: when and why is told', async (stage, reason, says) => {
  const order = aCart([mugs], { stage, number: 1042, submittedAt: '2020-11-23T15:00:00Z', ending: { at: '2020-11-24T15:00:00Z', told: reason } });
  openSite(`/account/orders/${order.id}`, ({ path }) => ({ body: path.startsWith('/orders/') ? order : { cart: aCart([mugs]) } }), dana);
  await screen.findByRole('heading', { level: 1, name: 'Order 1042' });
  const notice = screen.getByText(/^(Declined|Canceled) Nov 24/).parentElement;
  expect(notice?.textContent).toMatch(says);
  expect(notice?.textContent?.endsWith(reason)).toBe(true);
});
