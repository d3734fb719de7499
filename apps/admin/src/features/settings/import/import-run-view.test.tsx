import type { ImportRun } from '@backdesk/contract/import/schema.ts';
import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { answering } from '../../../../test/answering.tsx';
import { renderRouted } from '../../../../test/on-page.tsx';
import { ImportRunView } from './import-run-view.tsx';

const begin = Date.parse('2026-11-26T10:00:00Z');
const none = { created: 0, updated: 0, unchanged: 0 };
const running: ImportRun = {
  id: '01900000-0000-7000-8000-0000000000a1',
  kind: 'products',
  layout: 'shopify',
  fileName: 'catalogue.csv',
  dryRun: false,
  state: 'running',
  rowsRead: 0,
  rowsTotal: 10_000,
  products: none,
  variants: none,
  customers: none,
  rowsRefused: 0,
  valuesKept: 0,
  mapping: null,
  unfilledFields: [],
  error: null,
  createdAt: '2026-11-26T10:00:00Z',
  updatedAt: '2026-11-26T10:00:00Z',
  finishedAt: null,
};

// Only the clock stands still: what the screen reckons with is when an answer came.
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: begin }));
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('the bar moves with the rows, says how many a second and how long still, and stops when it is canceled', async () => {
  let state: ImportRun['state'] = 'running';
  let rowsRead = 0;
  function tenSecondsLater(rows: number) {
    vi.setSystemTime(Date.now() + 10_000);
    rowsRead = rows;
  }
  const asked = answering(({ method, path }) => {
    if (path.includes('/notices')) return { body: { items: [], nextCursor: null } };
    if (method === 'POST') state = 'canceled';
    return { body: { ...running, state, rowsRead } };
  });
  tenSecondsLater(2_000);
  renderRouted(<ImportRunView id={running.id} mayCancel={() => true} />);
  const bar = await screen.findByRole<HTMLProgressElement>('progressbar', { name: 'Rows read' });
  expect([bar.value, bar.max]).toEqual([2_000, 10_000]);
  screen.getByText('2,000 of 10,000 rows');
  await screen.findByText('200 rows per second');
  screen.getByText('about 40 s left');

  tenSecondsLater(6_000);
  await screen.findByText('6,000 of 10,000 rows', {}, { timeout: 5_000 });
  expect(bar.value).toBe(6_000);
  // 6,000 rows in 20 s; the other 4,000 take 13.3 s.
  await screen.findByText('300 rows per second');
  screen.getByText('about 14 s left');

  await userEvent.click(screen.getByRole('button', { name: 'Cancel import' }));
  await screen.findByText('The import was canceled. What it had taken in stays.');
  expect(screen.queryByRole('progressbar')).toBeNull();
  expect(asked.some(({ method, path }) => method === 'POST' && path.endsWith(`${running.id}/cancel`))).toBe(true);
});

test.each([
  [{ rowsRead: 2, rowsRefused: 1, products: { ...none, created: 2 } }, '2 rows read: 1 taken in, 1 refused.', true],
  [{ rowsRead: 2, rowsRefused: 1, dryRun: true }, '2 rows read: 1 would be taken in, 1 refused.', true],
  [{ rowsRead: 2 }, '2 rows read, all taken in.', false],
  [{ rowsRead: 1 }, '1 row read, taken in.', false],
  [{ rowsRead: 2, rowsRefused: 2, kind: 'customers' }, '2 rows read, all refused.', false],
  [{ rowsRead: 2, rowsRefused: 1, kind: 'customers', customers: { ...none, updated: 1 } }, '2 rows read: 1 taken in, 1 refused.', false],
] as const)('the rows add up by themselves, apart from what they hold: %j', async (outcome, says, hasNote) => {
  answering(({ path }) => ({ body: path.includes('/notices') ? { items: [], nextCursor: null } : { ...running, state: 'done', ...outcome } }));
  renderRouted(<ImportRunView id={running.id} mayCancel={() => true} />);
  await screen.findByText(says);
  expect(screen.queryByText(/A product comes in though/) !== null).toBe(hasNote);
});

test('an import names the required fields that no column of its file fills', async () => {
  const unfilledFields = [{ code: 'trade', label: 'Trade' }];
  answering(({ path }) => ({ body: path.includes('/notices') ? { items: [], nextCursor: null } : { ...running, kind: 'customers', unfilledFields } }));
  renderRouted(<ImportRunView id={running.id} mayCancel={() => true} />);
  await screen.findByText(/^1 required field has no column: Trade\./);
});

test('who may not take such a file in is offered no way to stop it', async () => {
  answering(() => ({ body: { ...running, rowsRead: 5 } }));
  renderRouted(<ImportRunView id={running.id} mayCancel={() => false} />);
  await screen.findByRole('progressbar');
  expect(screen.queryByRole('button', { name: 'Cancel import' })).toBeNull();
});
