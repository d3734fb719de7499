import type { RepeatedChange } from '@backdesk/contract/order/repeat.ts';
import { previewLine, previewSection } from '@backdesk/ordering/editing/preview-line.ts';
import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { answering } from '../../../test/answering.tsx';
import { aHit, anOrder, orderId } from '../../../test/fake-desk.ts';
import { renderRouted } from '../../../test/on-page.tsx';
import { RepeatDialog } from './repeat-dialog.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const [tee, mug, cap] = ['TEE', 'MUG', 'CAP'].map((sku, at) => previewLine(aHit(sku, sku, [[1, '10.00']]), 12, `01900000-0000-7000-8000-0000000000e${at}`));
const order = anOrder([tee, mug, cap].flatMap((line) => (line === undefined ? [] : { ...line, noteCustomer: line === mug ? 'handle left' : '' })));
const nothing = { from: null, to: null, available: null, values: [] };
const changes: readonly RepeatedChange[] = [
  { ...nothing, lineId: tee?.id ?? '', label: 'TEE', code: 'price_moved', from: '9.50', to: '10.00' },
  { ...nothing, lineId: mug?.id ?? '', label: 'MUG', code: 'not_sold' },
  { ...nothing, lineId: cap?.id ?? '', label: 'CAP', code: 'renamed', values: [{ name: 'Colour', from: 'Red', to: 'Crimson' }] },
];

function open(may?: Parameters<typeof renderRouted>[1], of = order) {
  const made = { ...order, id: '01900000-0000-7000-8000-00000000beef' };
  const asked = answering(({ path }) => ({
    status: path.endsWith('/preview') ? 200 : 201,
    body: path.endsWith('/preview') ? { changes } : { order: made, changes },
  }));
  const router = renderRouted(<RepeatDialog order={of} title="Order 1042" onClose={() => undefined} />, may);
  return { asked, router, user: userEvent.setup() };
}

test('it says what changed since, leaves behind what is not sold, and starts a draft of the chosen lines', async () => {
  const { asked, router, user } = open();
  expect(await screen.findByText('$10.00 now, was $9.50')).toBeTruthy();
  expect(screen.getByText('Colour: was Red, now Crimson')).toBeTruthy();
  expect(screen.getByLabelText<HTMLInputElement>(/12 × MUG/).disabled).toBe(true);
  await user.click(screen.getByLabelText(/12 × CAP/));
  await user.click(screen.getByLabelText(/^The old prices/));
  expect(screen.getByText('$9.50 kept, $10.00 today')).toBeTruthy();
  expect(screen.getByText('No longer sold: stays behind. Its note goes to the internal notes.')).toBeTruthy();
  await user.click(screen.getByLabelText('Notes'));
  expect(screen.getByText('No longer sold: stays behind')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Start a draft with 1 line' }));
  await vi.waitFor(() => expect(router.state.location.pathname).toBe('/orders/01900000-0000-7000-8000-00000000beef'));
  expect(asked.at(-1)).toMatchObject({
    method: 'POST',
    path: `/api/v1/orders/${orderId}/duplicate`,
    body: { prices: 'kept', discounts: true, artwork: true, notes: false, checkout: true, lineIds: [tee?.id, mug?.id] },
  });
});

test('who may not set prices is not offered the old ones; with no line left there is nothing to start', async () => {
  const { user } = open({ may: ['order:read', 'order:write'] });
  await screen.findByText('$10.00 now, was $9.50');
  expect(screen.queryByLabelText(/^The old prices/)).toBeNull();
  for (const sku of ['TEE', 'CAP']) await user.click(screen.getByLabelText(new RegExp(`12 × ${sku}`)));
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Start a draft with 0 lines' }).disabled).toBe(true);
});

test('a heading comes with its lines, artwork may stay behind, and codes are said to be entered anew', async () => {
  const heading = (at: number) => previewSection(`Part ${at}`, 'USD', `01900000-0000-7000-8000-0000000000d${at}`);
  const file = { id: '01900000-0000-7000-8000-0000000000f1', name: 'logo.png', mediaType: 'image/png', bytes: 9 };
  const lines = [heading(1), tee, heading(2), cap].flatMap((line) => line ?? []);
  const drawn = lines.map((line) =>
    line.sku === 'TEE' ? { ...line, answers: [{ optionId: 'a', name: 'Art', value: 'logo.png', state: 'answered' as const, file }] } : line,
  );
  const code = {
    id: '01900000-0000-7000-8000-0000000000f2',
    source: 'code' as const,
    label: 'Spring',
    value: { kind: 'percentage' as const, ppm: 100_000 },
    reach: 'items' as const,
    code: 'SPRING10',
    productIds: null,
    refused: null,
    amount: { amount: 0, currency: 'USD' },
    blocker: null,
  };
  const { asked, router, user } = open(undefined, anOrder(drawn, { discounts: [code] }));
  expect(await screen.findByText('The code SPRING10 is entered anew.')).toBeTruthy();
  await user.click(screen.getByLabelText(/^Artwork/));
  await user.click(screen.getByLabelText(/12 × CAP/));
  await user.click(screen.getByRole('button', { name: 'Start a draft with 1 line' }));
  await vi.waitFor(() => expect(router.state.location.pathname).toContain('beef'));
  expect(asked.at(-1)?.body).toMatchObject({ artwork: false, lineIds: [lines[0]?.id, tee?.id] });
});

test('without artwork or a code in the order nothing is said of them', async () => {
  open();
  await screen.findByText('$10.00 now, was $9.50');
  expect(screen.queryByLabelText(/^Artwork/)).toBeNull();
  expect(screen.queryByText(/entered anew/)).toBeNull();
});
