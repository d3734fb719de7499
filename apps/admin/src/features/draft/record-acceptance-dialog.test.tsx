// A yes that came by phone, as staff record it: what it comes to follows what was chosen, and what could not be submitted is not recorded.
import type { EstimateContent } from '@backdesk/contract/estimate/schema.ts';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { aRevision } from '../../../test/a-revision.ts';
import { anEstimateContent } from '../../../test/an-estimate-content.ts';
import { answering } from '../../../test/answering.tsx';
import { anOrder, orderId } from '../../../test/fake-desk.ts';
import { renderRouted } from '../../../test/on-page.tsx';
import { RecordAcceptanceDialog } from './record-acceptance-dialog.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const usd = (amount: number) => ({ amount, currency: 'USD' });
const nowhere = { place: { country: '', region: '', postcode: '' }, rates: [] };
const teeId = '01900000-0000-7000-8000-0000000000d2';

/** Ten tees at 20.00 with 150.00 off by hand: 50.00, and from 5 to 40 of them may be taken. */
const tees: NonNullable<EstimateContent['offer']>['lines'][number] = {
  ...{ id: teeId, kind: 'catalog', productId: null, parentLineId: null, name: 'Tee', sku: 'TEE', quantity: 10, typedUnitPrice: '20', priceTable: null },
  ...{ breakGroup: null, quantityRule: { increment: null, maximum: null }, upcharges: [], overrideUnitPrice: null, discount: null, optional: false },
  ...{ chosen: true, choiceGroup: null, quantityBounds: { minimum: 5, maximum: 40 }, taxCategory: 'standard', ships: false, weightGrams: null },
};
const offer: EstimateContent['offer'] = {
  ...{ currency: 'USD', policies: { priceMode: 'tax_excluded', taxRounding: 'line', includedElsewhere: 'keep_gross' }, shipments: [], deposit: null },
  lines: [tees],
  discounts: [{ id: orderId, source: 'manual', label: 'Loyal', value: { kind: 'fixed', amount: 15_000 }, reach: 'items', amount: 15_000 }],
  tax: { billing: nowhere, home: nowhere, exemption: null },
};
const open = { ...anEstimateContent, mayDecide: true, lines: anEstimateContent.lines.filter(({ id }) => id === teeId) };
const lines = open.lines.map((line) => ({ ...line, quantityBounds: { minimum: 5, maximum: 40 } }));

function show(content: EstimateContent) {
  const asked = answering(({ method }) => ({ body: method === 'GET' ? content : {} }));
  const done = vi.fn(async () => undefined);
  renderRouted(<RecordAcceptanceDialog order={anOrder([])} revision={aRevision()} onDone={done} onClose={() => undefined} />);
  return { asked, done, user: userEvent.setup() };
}

const record = (name: RegExp) => screen.findByRole<HTMLButtonElement>('button', { name });

test('a quantity that does not cover the discount is not recorded, and says why; one that does is', async () => {
  const { asked, done, user } = show({ ...open, lines, offer });
  await user.type(await screen.findByLabelText('Name of who accepted'), 'Dana Wu');
  expect((await record(/^Record for \$50\.00$/)).disabled).toBe(false);
  const quantity = screen.getByLabelText(/^Quantity/);
  await user.clear(quantity);
  await user.type(quantity, '6');
  // 6 × 20.00 = 120.00.
  expect(await screen.findByText('The discount “Loyal” of $150.00 is more than the $120.00 it is taken from: it could not be submitted.')).toBeTruthy();
  expect((await record(/^Record for \$0\.00$/)).disabled).toBe(true);
  await user.clear(quantity);
  await user.type(quantity, '8');
  await user.click(await record(/^Record for \$10\.00$/));
  await waitFor(() => expect(done).toHaveBeenCalled());
  expect(asked.filter(({ method }) => method === 'POST')).toMatchObject([
    { path: `/api/v1/orders/${orderId}/estimates/2/acceptance`, body: { total: usd(1000), choices: [{ lineId: teeId, quantity: 8 }], leftOut: [] } },
  ]);
});

test('what is sold in fixed quantities offers those within its bounds, each with what a piece cost in the revision', async () => {
  const breaks = [5, 10, 50].map((quantity) => ({ quantity, extendedPrice: `${quantity * (quantity === 5 ? 24 : 20)}` }));
  const inFixed = { typedUnitPrice: null, priceTable: { source: 'list' as const, label: 'List', breaks }, quantityRule: { increment: 0, maximum: null } };
  const { user } = show({ ...open, lines, offer: { ...offer, discounts: [], lines: [{ ...tees, ...inFixed }] } });
  const quantity = await screen.findByLabelText(/^Quantity/);
  quantity.focus();
  await user.keyboard('{ArrowUp}');
  // 50 are more than may be taken.
  const list = screen.getByRole('listbox', { name: 'Quantities it is sold in' });
  expect(
    within(list)
      .getAllByRole('option')
      .map(({ textContent }) => textContent),
  ).toEqual(['5$24.00 each', '10$20.00 each']);
  await user.type(screen.getByLabelText('Name of who accepted'), 'Dana Wu');
  expect((await record(/^Record for \$120\.00$/)).disabled).toBe(false);
});

test('a revision whose total cannot be met says so before anything is typed', async () => {
  const { user } = show({ ...open, needsReissue: true });
  await user.type(await screen.findByLabelText('Name of who accepted'), 'Dana Wu');
  expect(screen.getByText(/^What was kept of this revision does not come to the total on it/)).toBeTruthy();
  expect((await record(/^Record for /)).disabled).toBe(true);
});
