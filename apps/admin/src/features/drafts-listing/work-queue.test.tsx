import type { QueueItem } from '@backdesk/contract/estimate/queue-routes.ts';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { answering } from '../../../test/answering.tsx';
import { renderPage } from '../../../test/on-page.tsx';
import { DraftsListingPage } from './drafts-listing-page.tsx';
import type { DraftsSearch } from './drafts-query.ts';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const usd = (amount: number) => ({ amount, currency: 'USD' });
const items: readonly QueueItem[] = [
  { queue: 'changes_requested', count: 1, values: [usd(191_240)], nextAction: 'answer' },
  { queue: 'no_answer', count: 1204, values: [usd(123_456_789_00), { amount: 5000, currency: 'EUR' }], nextAction: 'call' },
];
const months = Array.from({ length: 12 }, (_, index) => ({
  month: `2026-${String(index + 1).padStart(2, '0')}`,
  won: index === 11 ? 3 : 0,
  lost: index === 11 ? 1 : 0,
}));
const pipeline = (['unsent', 'sent', 'viewed', 'changes_requested', 'accepted'] as const).map((state) => ({
  state,
  count: state === 'viewed' ? 2 : 0,
  values: state === 'viewed' ? [usd(50_000)] : [],
}));

const serving = (queue: readonly QueueItem[], report: object = { pipeline, months }) =>
  answering(({ path }) => {
    if (path === '/api/v1/order-queue') return { body: { items: queue } };
    if (path === '/api/v1/estimate-report') return { body: report };
    if (path === '/api/v1/order-counts') return { body: { stages: {} } };
    return { body: { items: [], nextCursor: null } };
  });
const open = (address = '/orders/drafts') =>
  renderPage(address, {
    '/orders/drafts': ({ search }: { search: DraftsSearch }) => <DraftsListingPage search={search} />,
    '/orders/drafts/new': () => null,
  } as never);

test('each queue says how many, their value in every currency and what to do; one is a filter that the address holds, and is let go again', async () => {
  const asked = serving(items);
  const router = open();
  const queue = within(await screen.findByRole('navigation', { name: 'Work queue' }));
  expect(queue.getAllByRole('link').map((link) => link.textContent)).toEqual(['Changes asked1 $1,912.40Answer', 'No answer1,204 $123,456,789.00 + €50.00Call']);
  fireEvent.click(queue.getByRole('link', { name: /^No answer/ }));
  await waitFor(() => expect(router.state.location.search).toEqual({ queue: 'no_answer' }));
  await waitFor(() => expect(asked.some(({ path }) => path.startsWith('/api/v1/orders?') && path.includes('queue=no_answer'))).toBe(true));
  await screen.findByText('No answer: none');
  const pressed = queue.getByRole('link', { name: /^No answer/ });
  expect(pressed.getAttribute('aria-current')).toBe('true');
  fireEvent.click(pressed);
  await waitFor(() => expect(router.state.location.search).toEqual({}));
});

test('two of three won are 67 %: of few, more digits say nothing', async () => {
  serving(items, { pipeline, months: months.map((month, at) => ({ ...month, won: at === 0 ? 2 : 0, lost: at === 0 ? 1 : 0 })) });
  open();
  await screen.findByRole('button', { name: '$500.00 in the pipeline · 67% won in 12 months' });
});

test('the line of the pipeline opens into charts that read as tables', async () => {
  serving(items);
  open();
  const toggle = await screen.findByRole('button', { name: '$500.00 in the pipeline · 75% won in 12 months' });
  expect(screen.queryByRole('table', { name: 'Win rate by month' })).toBeNull();
  fireEvent.click(toggle);
  const rates = within(screen.getByRole('table', { name: 'Win rate by month' }));
  expect(rates.getByRole('row', { name: 'December 2026 3 1 75%' })).toBeTruthy();
  expect(rates.getByRole('row', { name: 'November 2026 0 0 —' })).toBeTruthy();
  const stages = within(screen.getByRole('table', { name: /^Pipeline/ }));
  expect(stages.getByRole('row', { name: /^Viewed 2 .*\$500\.00$/ })).toBeTruthy();
});

test('with nothing to do and no estimate ever there is neither', async () => {
  serving([], { pipeline: pipeline.map((state) => ({ ...state, count: 0, values: [] })), months: months.map((month) => ({ ...month, won: 0, lost: 0 })) });
  open();
  await screen.findByText('No drafts yet');
  expect(screen.queryByRole('navigation', { name: 'Work queue' })).toBeNull();
  expect(screen.queryByRole('region', { name: 'Pipeline and win rate' })).toBeNull();
});
