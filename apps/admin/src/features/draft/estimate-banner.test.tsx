// How the newest revision stands, told above the draft: also what its promise would come to today.
import { createClient } from '@backdesk/contract/client.ts';
import type { EstimateDecision } from '@backdesk/contract/estimate/decision.ts';
import type { EstimateRevision } from '@backdesk/contract/order/estimate-revision.ts';
import { routes } from '@backdesk/contract/routes.ts';
import { memoryStorage } from '@backdesk/ordering/editing/op-storage.ts';
import { createOrderEditor } from '@backdesk/ordering/editing/order-editor.ts';
import { deskServer } from '@backdesk/ordering/editing/send-op.ts';
import { createCompany } from '@backdesk/ordering/live/order-company.ts';
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { aRevision } from '../../../test/a-revision.ts';
import { anOrder, fakeDesk, orderId } from '../../../test/fake-desk.ts';
import { renderRouted } from '../../../test/on-page.tsx';
import { DraftProvider } from './draft-context.tsx';
import { EstimateBanner } from './estimate-banner.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const usd = (amount: number) => ({ amount, currency: 'USD' });
const yes: EstimateDecision = {
  ...{ kind: 'accepted', revision: 1, at: '2026-11-27T15:00:00Z', name: 'Dana Wu', title: '', channel: 'page', recordedBy: null, poNumber: '' },
  ...{ files: [], total: usd(40_000), open: [], reason: '', text: '', comments: [], sha256: 'b'.repeat(64) },
};

function show(more: Partial<EstimateRevision>) {
  const desk = fakeDesk(anOrder([], { stage: 'estimate', estimate: { revision: 1, revisions: [aRevision({ revision: 1, total: usd(41_000), ...more })] } }));
  vi.stubGlobal('fetch', desk.fetch);
  const editor = createOrderEditor({ server: deskServer(createClient(routes), orderId), storage: memoryStorage(), order: desk.order() });
  renderRouted(
    <DraftProvider
      value={{ editor, company: createCompany({ tabId: '', person: '' }), by: 'Jonas Berg', canEdit: true, canOverride: true, openLine: () => undefined }}
    >
      <EstimateBanner order={desk.order()} />
    </DraftProvider>,
  );
}

test.each([
  ['open, dearer today', { today: usd(42_000) }, 'At today’s prices it would be $420.00.'],
  ['open, the same today', { today: usd(41_000) }, null],
  ['open, not compared yet', { today: null }, null],
  [
    'its shipping is gone, the nearest is dearer',
    { today: usd(41_300), ratesGone: [{ name: 'Ground', nearest: { name: 'Express', amount: usd(1_500) } }] },
    'At today’s prices it would be $413.00. Ground is no longer offered; the nearest, Express, costs $15.00.',
  ],
  [
    'its free shipping is gone and nothing else is there',
    { today: usd(41_000), ratesGone: [{ name: 'Ground', nearest: null }] },
    'At today’s prices it would be $410.00 plus shipping. Ground is no longer offered and nothing else is there: shipping is open.',
  ],
  ['accepted for less than was offered, dearer today', { status: 'accepted', decisions: [yes], today: usd(42_000) }, 'At today’s prices it would be $420.00.'],
  ['accepted for less than was offered, the same today', { status: 'accepted', decisions: [yes], today: usd(40_000) }, null],
] as const)('%s', async (_, more, said) => {
  show(more as Partial<EstimateRevision>);
  await screen.findByText(/^Estimate 1042 r1/);
  expect(screen.queryByText(/^At today’s prices/)?.textContent ?? null).toBe(said);
});

test.each([
  ['2020-01-22T12:00:00Z', /^prices held through .*Jan 22/],
  ['2099-01-22T12:00:00Z', /^prices hold through .*Jan 22/],
] as const)('accepted prices until %s: %s', async (lockUntil, says) => {
  show({ status: 'accepted', decisions: [yes], lockUntil });
  expect(await screen.findByText(says)).toBeTruthy();
});
