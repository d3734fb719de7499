import type { EstimateComparisonJson } from '@backdesk/contract/estimate/comparison.ts';
import type { EstimateRevision } from '@backdesk/contract/order/estimate-revision.ts';
import { cleanup, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { anEstimateContent as content } from '../../../test/an-estimate-content.ts';
import { answering } from '../../../test/answering.tsx';
import { anOrder, orderId } from '../../../test/fake-desk.ts';
import { renderRouted } from '../../../test/on-page.tsx';
import { RevisionPage } from './revision-page.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const usd = (amount: number) => ({ amount, currency: 'USD' });

const comparison: EstimateComparisonJson = {
  ...{ since: 1, revision: 2, count: 2 },
  changes: [
    { kind: 'line_quantity', label: 'Tee', from: '8', to: '10', difference: usd(4_000) },
    { kind: 'line_moved', label: 'Cap', from: null, to: 'Tee', difference: null },
  ],
  sums: [{ kind: 'total', from: usd(21_600), to: usd(25_920) }],
};

const revision = (number: number, more: Partial<EstimateRevision> = {}): EstimateRevision => ({
  ...{
    revision: number,
    status: 'open',
    validUntil: '2026-12-24',
    expiresAt: '2026-12-25T04:59:59Z',
    expired: false,
    lockUntil: '2026-12-25T04:59:59Z',
    today: null,
    ratesGone: [],
    decisions: [],
  },
  ...{ total: usd(25_920), open: ['shipping'], sha256: 'ab'.repeat(32), message: '', issuedAt: '2026-11-24T15:00:00Z', issuedBy: 'Jonas Berg' },
  ...{ releasedAt: null, sentAt: null, sentTo: [], deliveries: [], viewedAt: null, viewCount: 0, downloadedAt: null },
  ...more,
});

const order = anOrder([], {
  stage: 'estimate',
  estimate: { revisions: [revision(1, { status: 'superseded', releasedAt: '2026-11-24T15:00:00Z' }), revision(2)] } as never,
});

function open(answer: (path: string) => { status?: number; body: unknown } | undefined = () => undefined) {
  const asked = answering(({ path }) => {
    const other = answer(path);
    if (other !== undefined) return other;
    if (path.includes('/changes')) return { body: comparison };
    return { body: path.includes('/estimates/') ? content : order };
  });
  renderRouted(<RevisionPage orderId={orderId} number={2} />);
  return { asked, user: userEvent.setup() };
}

test('a revision is read as it was frozen: lines, what is not in the total, what it comes to, and by which hash', async () => {
  open();
  expect(await screen.findByRole('heading', { name: /Estimate 1042 r2/ })).toBeTruthy();
  const rows = within(screen.getByRole('table', { name: 'Lines' }))
    .getAllByRole('row')
    .slice(1);
  expect(rows.map((row) => row.textContent)).toEqual([
    expect.stringMatching(/^To wear200\.00/),
    expect.stringMatching(/^1TEETee .*the customer may take 10 to 40 · One dye lot10.*200\.00/),
    expect.stringMatching(/^ChargeSetup .*45\.00/),
    expect.stringMatching(/^2CAPCap Optionalone to choose of Head.*\(99\.00\)/),
  ]);
  const sums = screen.getByRole('complementary', { name: 'Revisions' });
  expect(sums.textContent).toMatch(/Items\$245\.00Discount− \$5\.00Shipping—New York 8%\$19\.20Total\$259\.20plus shipping/);
  expect(screen.getByText('ab'.repeat(32))).toBeTruthy();
  expect(screen.getByText('cd'.repeat(32))).toBeTruthy();
  expect(screen.getByText('As agreed.')).toBeTruthy();
});

test('what changed since the one before is said in words and amounts', async () => {
  const { asked } = open();
  expect(await screen.findByText('2 changes since r1')).toBeTruthy();
  expect(screen.getByText('Tee: 10, was 8').parentElement?.textContent).toBe('Tee: 10, was 8+ $40.00');
  expect(screen.getByText('Cap: moved, now after Tee, was first')).toBeTruthy();
  expect(screen.getByText('Total: $259.20, was $216.00').parentElement?.textContent).toContain('+ $43.20');
  expect(asked.map(({ path }) => path)).toContain(`/api/v1/orders/${orderId}/estimates/2/changes?since=1`);
});

test('where it cannot be read, it says so and tries again', async () => {
  let isDown = true;
  const { user } = open((path) =>
    isDown && path.endsWith('/estimates/2') ? { status: 500, body: { code: 'internal_error', status: 500, title: 'x' } } : undefined,
  );
  const again = await screen.findByRole('button', { name: 'Try again' });
  isDown = false;
  await user.click(again);
  expect(await screen.findByRole('heading', { name: /Estimate 1042 r2/ })).toBeTruthy();
});
