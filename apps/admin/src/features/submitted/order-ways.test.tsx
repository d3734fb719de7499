import type { Order } from '@backdesk/contract/order/order.ts';
import { previewLine } from '@backdesk/ordering/editing/preview-line.ts';
import { ToastProvider } from '@backdesk/ui/feedback/toast.tsx';
import { cleanup, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { type Asked, answering, renderScreen } from '../../../test/answering.tsx';
import { aHit, anOrder } from '../../../test/fake-desk.ts';
import { DecideInRow } from './decide-in-row.tsx';
import { FulfilmentsPanel } from './fulfilments-panel.tsx';
import { OrderEnding } from './order-ending.tsx';
import { OrderWays } from './order-ways.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const [teeId, mugId] = ['01900000-0000-7000-8000-0000000000e0', '01900000-0000-7000-8000-0000000000e1'];
const may = (order: Order): Order['abilities'] => ({ ...order.abilities, edit: false, cancel: true, ship: true });
function submitted(more: Partial<Order> = {}): Order {
  const order = anOrder([previewLine(aHit('TEE', 'Heavy tee', [[1, '10.00']]), 1_200, teeId), previewLine(aHit('MUG', 'Mug 11 oz', [[1, '4.10']]), 3, mugId)], {
    stage: 'submitted',
    ...more,
  });
  return { ...order, abilities: may(order) };
}
const gone = (lines: Order['fulfilments'][number]['lines'], more: Partial<Order['fulfilments'][number]> = {}): Order['fulfilments'][number] => ({
  ...{
    id: '01900000-0000-7000-8000-0000000000d1',
    shipmentId: submitted().shipping.shipments[0]?.id ?? '',
    kind: 'ship',
    shippedOn: '2026-11-24',
    fetchedOn: null,
  },
  ...{
    carrier: 'UPS',
    trackingNumber: '1Z9',
    trackingUrl: 'https://ups.example/1Z9',
    at: '2026-11-24T10:00:00Z',
    by: 'Ana Reyes',
    voided: false,
    lines,
    ...more,
  },
});

function show(order: Order): readonly Asked[] {
  const asked = answering(() => ({ body: order }));
  renderScreen(
    <ToastProvider closeLabel="Close">
      <OrderWays order={order} title="Order 1042" />
      <FulfilmentsPanel order={order} />
    </ToastProvider>,
  );
  return asked;
}
const bodyOf = (asked: readonly Asked[], path: string) => asked.find((request) => request.path.endsWith(path))?.body as Record<string, unknown> | undefined;

test('all that is open stands there: Enter ships it and tells the customer', async () => {
  const user = userEvent.setup();
  const asked = show(submitted());
  await user.click(screen.getByRole('button', { name: 'Ship…' }));
  const dialog = screen.getByRole('dialog', { name: 'Ship Order 1042' });
  expect(within(dialog).getByLabelText<HTMLInputElement>('Pieces of Heavy tee that go out').value).toBe('1,200');
  expect(within(dialog).getByRole('button', { name: 'Ship 1,203 pieces' })).toBeTruthy();
  await user.click(within(dialog).getByLabelText('Tracking number'));
  await user.keyboard('1Z 42{Enter}');
  expect(bodyOf(asked, '/ship')).toMatchObject({
    lines: [
      { lineId: teeId, quantity: 1_200 },
      { lineId: mugId, quantity: 3 },
    ],
    trackingNumber: '1Z 42',
    notify: true,
  });
  expect(await screen.findByText('1,203 pieces shipped')).toBeTruthy();
});

test('of what has gone in part only the rest is open; more than that is refused at the field, nothing is sent', async () => {
  const user = userEvent.setup();
  const asked = show(submitted({ fulfilmentStatus: 'part_shipped', fulfilments: [gone([{ lineId: teeId, quantity: 1_000 }])] }));
  expect(screen.queryByRole('button', { name: 'Cancel order…' })).toBeNull();
  expect(screen.getByText('203 pieces are still to go out')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Ship…' }));
  const field = screen.getByLabelText<HTMLInputElement>('Pieces of Heavy tee that go out');
  expect(field.value).toBe('200');
  await user.clear(field);
  await user.type(field, '201');
  expect(screen.getByText('At most 200 are still to go out')).toBeTruthy();
  expect(screen.getByRole<HTMLButtonElement>('button', { name: /^Ship \d/ }).disabled).toBe(true);
  await user.type(field, '{Enter}');
  expect(bodyOf(asked, '/ship')).toBeUndefined();
  await user.clear(field);
  await user.type(field, '0');
  await user.click(screen.getByRole('button', { name: 'Ship 3 pieces' }));
  expect(bodyOf(asked, '/ship')?.lines).toEqual([
    { lineId: teeId, quantity: 0 },
    { lineId: mugId, quantity: 3 },
  ]);
});

test('what was said to have gone out shows how to follow it, and is taken back after being asked', async () => {
  const user = userEvent.setup();
  const asked = show(
    submitted({
      fulfilmentStatus: 'shipped',
      fulfilments: [
        gone([
          { lineId: teeId, quantity: 1_200 },
          { lineId: mugId, quantity: 3 },
        ]),
      ],
    }),
  );
  expect(screen.getByText('UPS 1Z9')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Follow it' }).getAttribute('href')).toBe('https://ups.example/1Z9');
  expect(screen.queryByRole('button', { name: 'Ship…' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Take back…' }));
  await user.keyboard('Wrong box{Enter}');
  expect(bodyOf(asked, '/void')).toEqual({ reason: 'Wrong box' });
});

test('a pickup is set aside and waits, or is handed over at once; who comes for it is one press', async () => {
  const user = userEvent.setup();
  const order = submitted();
  const shipments = order.shipping.shipments.map((shipment) => ({ ...shipment, kind: 'pickup' as const }));
  const pickup = { ...order, shipping: { shipments } };
  const asked = show(pickup);
  await user.click(screen.getByRole('button', { name: 'Ready for pickup…' }));
  const dialog = screen.getByRole('dialog', { name: 'Ready for pickup: Order 1042' });
  expect(within(dialog).queryByLabelText('Carrier')).toBeNull();
  expect(within(dialog).getByRole('button', { name: 'Set aside 1,203 pieces' })).toBeTruthy();
  await user.click(within(dialog).getByLabelText(/^Handed over already/));
  expect(within(dialog).getByLabelText('Fetched on')).toBeTruthy();
  await user.click(within(dialog).getByRole('button', { name: 'Hand over 1,203 pieces' }));
  expect(bodyOf(asked, '/ship')).toMatchObject({ fetched: true, notify: true });
  expect(bodyOf(asked, '/ship')).not.toHaveProperty('carrier');
  cleanup();

  const waits = gone([{ lineId: teeId, quantity: 1_200 }], { kind: 'pickup', carrier: '', trackingNumber: '', trackingUrl: '' });
  const again = show({ ...pickup, fulfilmentStatus: 'part_shipped', pickupStatus: 'waiting', fulfilments: [waits] });
  expect(screen.getByText(/^Ready for pickup ·/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Picked up' }));
  expect(bodyOf(again, waits.id)).toEqual({ fetchedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) });
});

test('canceling says what comes of it, and why goes along; who may only read sees no way', async () => {
  const user = userEvent.setup();
  const asked = show(submitted());
  await user.click(screen.getByRole('button', { name: 'Cancel order…' }));
  expect(screen.getByText(/cannot be taken up again/)).toBeTruthy();
  await user.keyboard('Ordered twice');
  await user.click(screen.getByLabelText('Tell dana@harborcoffee.example'));
  await user.click(screen.getByRole('button', { name: 'Cancel the order' }));
  expect(bodyOf(asked, '/cancel')).toEqual({ reason: 'Ordered twice', notify: false });
  cleanup();
  const order = submitted();
  show({ ...order, abilities: { ...order.abilities, cancel: false, ship: false } });
  expect(screen.queryByRole('button')).toBeNull();
});

test('what waits is approved, or declined with a reason; what was declined is reopened by one press', async () => {
  const user = userEvent.setup();
  const order = submitted({ stage: 'pending' });
  const may = { ...order.abilities, ship: false, cancel: false };
  const asked = show({ ...order, abilities: { ...may, approve: true } });
  await user.click(screen.getByRole('button', { name: 'Approve…' }));
  await user.keyboard('{Enter}');
  expect(bodyOf(asked, '/approve')).toEqual({ reason: '', notify: true });
  await user.click(screen.getByRole('button', { name: 'Decline…' }));
  await user.keyboard('Over the limit{Enter}');
  expect(bodyOf(asked, '/decline')).toEqual({ reason: 'Over the limit', notify: true });
  cleanup();
  const again = show({ ...order, stage: 'approval_declined', abilities: { ...may, reopen: true } });
  await user.click(screen.getByRole('button', { name: 'Reopen as draft' }));
  expect(again.map(({ path }) => path).some((path) => path.endsWith('/reopen'))).toBe(true);
});

test.each([
  ['approval_declined', { reason: 'Over the limit', told: true }, /^Declined by Ana Reyes, .*Nov 24.*Over the limit$/],
  ['approval_declined', { reason: 'Over the limit', told: false }, /Over the limitThe customer was not told\.$/],
  ['canceled', { reason: '', told: true }, /^Canceled by Ana Reyes, .*Nov 24[^O]*$/],
] as const)('%s: by whom, when and why is told on the order, %o', (stage, how, says) => {
  renderScreen(<OrderEnding order={submitted({ stage, ending: { at: '2026-11-24T10:00:00Z', by: 'Ana Reyes', ...how } })} />);
  expect(screen.getByText(/ by Ana Reyes, /).parentElement?.textContent).toMatch(says);
});

test('an order that waits is approved from its row, which stays where it is', async () => {
  const user = userEvent.setup();
  const order = { ...submitted({ stage: 'pending' }), number: 1042, orderNumber: null };
  const asked = answering(() => ({ body: order }));
  const row = { ...order, lineCount: 2, open: [], next: null, submittedAt: order.createdAt, total: order.totals.total, estimate: null, owner: null };
  renderScreen(
    <ToastProvider closeLabel="Close">
      <DecideInRow row={row} />
    </ToastProvider>,
  );
  await user.click(screen.getByRole('button', { name: 'Approve… Order 1042' }));
  const dialog = await screen.findByRole('dialog', { name: 'Approve Order 1042?' });
  await user.click(within(dialog).getByRole('button', { name: 'Approve' }));
  await screen.findByText(/^Order 1042.*approved/);
  expect(bodyOf(asked, '/approve')).toMatchObject({ reason: '' });
});
