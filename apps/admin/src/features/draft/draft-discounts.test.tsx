import { memoryStorage } from '@backdesk/ordering/editing/op-storage.ts';
import { createOrderEditor, type OrderEditor } from '@backdesk/ordering/editing/order-editor.ts';
import { previewLine } from '@backdesk/ordering/editing/preview-line.ts';
import { deskServer } from '@backdesk/ordering/editing/send-op.ts';
import { createCompany } from '@backdesk/ordering/live/order-company.ts';
import { OrderTotals } from '@backdesk/ordering/summary/order-totals.tsx';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useSyncExternalStore } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { renderScreen } from '../../../test/answering.tsx';
import { aHit, anOrder, fakeDesk, orderId } from '../../../test/fake-desk.ts';
import { api } from '../../lib/api.ts';
import { DraftProvider } from './draft-context.tsx';
import { DraftDiscounts } from './draft-discounts.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function Totals({ editor }: { editor: OrderEditor }) {
  const { shown } = useSyncExternalStore(editor.subscribe, editor.getState);
  return <OrderTotals order={shown} codes={<DraftDiscounts order={shown} />} />;
}

/** A draft of 12 × 10.00. */
function open() {
  const desk = fakeDesk(anOrder([previewLine(aHit('TEE', 'Heavy tee', [[1, '10.00']]), 12, '01900000-0000-7000-8000-0000000000e0')]));
  vi.stubGlobal('fetch', desk.fetch);
  const editor = createOrderEditor({ server: deskServer(api, orderId), storage: memoryStorage(), order: desk.order() });
  renderScreen(
    <DraftProvider
      value={{ editor, company: createCompany({ tabId: '', person: '' }), by: 'Jonas Berg', canEdit: true, canOverride: true, openLine: () => undefined }}
    >
      <Totals editor={editor} />
    </DraftProvider>,
  );
  return { desk, editor, user: userEvent.setup() };
}

const given = (desk: ReturnType<typeof fakeDesk>) => desk.order().discounts.map(({ label, value, reach }) => ({ label, value, reach }));
const addButton = () => screen.findByRole('button', { name: 'Add a discount' });

test('by keyboard: a percentage of lines and shipping with a name, then an amount beside it; Enter gives it and the focus comes back', async () => {
  const { desk, editor, user } = open();
  (await addButton()).focus();
  await user.keyboard('{Enter}5%{Tab}');
  await user.selectOptions(document.activeElement as HTMLSelectElement, 'of lines and shipping');
  await user.keyboard('{Tab}Loyalty{Enter}');
  await waitFor(() => expect(given(desk)).toEqual([{ label: 'Loyalty', value: { kind: 'percentage', ppm: 50_000 }, reach: 'items_and_shipping' }]));
  expect(document.activeElement).toBe(await addButton());
  expect(within(screen.getByRole('list', { name: 'Discounts' })).getByRole('listitem').textContent).toMatch(
    /^Loyalty 5\s?% of lines and shippingRemove Loyalty−\$6\.00/,
  );
  await user.keyboard('{Enter}10{Enter}');
  await waitFor(() => expect(given(desk)).toHaveLength(2));
  expect(given(desk)[1]).toEqual({ label: 'Discount', value: { kind: 'fixed', amount: { amount: 1000, currency: 'USD' } }, reach: 'items' });
  await editor.settled();
  expect(screen.getByText('−$16.00')).toBeTruthy();
});

test('one is changed in its place, emptied it is taken off, and another stays', async () => {
  const { desk, editor, user } = open();
  for (const text of ['5%', '10']) {
    await user.click(await addButton());
    await user.keyboard(`${text}{Tab}{Tab}Of ${text}{Enter}`);
    await addButton();
  }
  await user.click(screen.getByRole('button', { name: 'Of 5%' }));
  expect((screen.getByLabelText('Percentage or amount') as HTMLInputElement).value).toBe('5%');
  await user.clear(screen.getByLabelText('Percentage or amount'));
  await user.keyboard('20%{Enter}');
  await addButton();
  expect(given(desk).map(({ label, value }) => [label, value])).toEqual([
    ['Of 5%', { kind: 'percentage', ppm: 200_000 }],
    ['Of 10', { kind: 'fixed', amount: { amount: 1000, currency: 'USD' } }],
  ]);
  await user.click(screen.getByRole('button', { name: 'Of 5%' }));
  await user.clear(screen.getByLabelText('Percentage or amount'));
  await user.keyboard('{Enter}');
  await addButton();
  expect(given(desk).map(({ label }) => label)).toEqual(['Of 10']);
  await user.click(screen.getByRole('button', { name: 'Remove Of 10' }));
  await editor.settled();
  expect(given(desk)).toEqual([]);
});

test('what is refused stays in the form with the most it may be; Esc leaves it, and what is no figure is not sent', async () => {
  const { desk, user } = open();
  const refusal = { code: 'discount.exceeds_base', pointer: '/discounts', detail: { discountAmount: 20_000, baseAmount: 12_000 } };
  desk.world.refuse = ({ method }) =>
    method === 'PUT'
      ? { status: 422, body: { type: 'about:blank', title: 'Too much.', status: 422, code: refusal.code, requestId: 'test', refusals: [refusal] } }
      : null;
  await user.click(await addButton());
  await user.keyboard('200{Tab}{Tab}Big{Enter}');
  expect(await screen.findByText('At most $120.00: there is no more to take it from.')).toBeTruthy();
  expect((screen.getByLabelText('Percentage or amount') as HTMLInputElement).value).toBe('200');
  expect((screen.getByLabelText('Name') as HTMLInputElement).value).toBe('Big');
  expect(screen.queryByRole('list', { name: 'Discounts' })).toBeNull();
  await user.keyboard('{Escape}');
  expect(document.activeElement).toBe(await addButton());
  const sent = desk.calls.length;
  await user.keyboard('{Enter}120%{Enter}');
  expect(screen.getByText('A percentage such as 5%, or an amount')).toBeTruthy();
  expect(desk.calls).toHaveLength(sent);
});
