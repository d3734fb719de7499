// An estimate that was sent from the desk is held for ten seconds: it says for how long, and is taken back by one key.
import type { EstimateRevision } from '@backdesk/contract/order/estimate-revision.ts';
import { ToastProvider } from '@backdesk/ui/feedback/toast.tsx';
import { act, cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { aRevision } from '../../../test/a-revision.ts';
import { answering, renderScreen } from '../../../test/answering.tsx';
import { anOrder, orderId } from '../../../test/fake-desk.ts';
import { Deliveries } from './deliveries.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const now = new Date('2026-11-27T15:00:00Z');

function sent(heldUntil: string | null): EstimateRevision {
  return aRevision({
    sentTo: ['dana@harborcoffee.example'],
    deliveries: [
      {
        ...{ mailId: '01900000-0000-7000-8000-0000000000d1', recipient: 'dana@harborcoffee.example', isCopy: false, isRevoked: false, state: 'queued' },
        ...{ error: null, heldUntil, sentAt: null, viewedAt: null, viewCount: 0, readAt: null, downloadedAt: null },
      },
    ],
  });
}

function show(revision: EstimateRevision) {
  vi.useFakeTimers({ shouldAdvanceTime: true, now });
  const asked = answering(() => ({ body: anOrder() }));
  renderScreen(
    <ToastProvider closeLabel="Close">
      <Deliveries orderId={orderId} revision={revision} />
    </ToastProvider>,
  );
  return asked;
}

test('held: the seconds that are left, and Undo takes it back', async () => {
  const asked = show(sent('2026-11-27T15:00:10Z'));
  expect(screen.getByText('It leaves in a few seconds.').parentElement?.textContent).toContain('10 s');
  await userEvent.setup({ advanceTimers: vi.advanceTimersByTime }).click(screen.getByRole('button', { name: 'Undo' }));
  await screen.findByText('Not sent. The estimate stays as it is.');
  expect(asked.filter(({ method }) => method === 'POST')).toMatchObject([{ path: `/api/v1/orders/${orderId}/estimates/2/undo-send` }]);
});

test('when the seconds are over there is nothing to undo', async () => {
  show(sent('2026-11-27T15:00:10Z'));
  expect(screen.getByRole('button', { name: 'Undo' })).toBeTruthy();
  await act(async () => vi.advanceTimersByTime(11_000));
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  cleanup();
  show(sent(null));
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
});
