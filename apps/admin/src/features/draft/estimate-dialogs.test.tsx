// What staff do about an estimate that is out: record a yes that came otherwise than on the page, and let it hold for longer.
import { ToastProvider } from '@backdesk/ui/feedback/toast.tsx';
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { aRevision } from '../../../test/a-revision.ts';
import { type Answer, answering, renderScreen } from '../../../test/answering.tsx';
import { anOrder, orderId } from '../../../test/fake-desk.ts';
import { ExtendEstimateDialog } from './extend-estimate-dialog.tsx';
import { RecordAcceptanceDialog } from './record-acceptance-dialog.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const usd = (amount: number) => ({ amount, currency: 'USD' });
const order = anOrder([], { stage: 'estimate', estimate: { revisions: [aRevision()] } as never });
const line = (id: string, name: string, options: readonly object[] = []) => ({
  ...{ id: `01900000-0000-7000-8000-0000000000${id}`, kind: 'catalog', parentLineId: null, name, options, quantity: 10, total: usd(10_000) },
  ...{ optional: false, chosen: true, choiceGroup: null, quantityBounds: null, quantityStep: 1 },
});
const lines = [line('d1', 'Tee'), line('d2', 'Cap', [{ name: 'Size', value: 'M' }])];
/** What the dialog reads of the frozen content: nothing is to be chosen. */
const content = { lines, currency: 'USD', totals: { total: usd(25_920) }, offer: null, mayAcceptInPart: false };

/** Answers reading by the frozen content, and writing by what is given. */
function open(Shown: typeof RecordAcceptanceDialog | typeof ExtendEstimateDialog, written: Answer = { body: { done: true } }) {
  const done = { closed: vi.fn(), read: vi.fn(async () => undefined) };
  const asked = answering(({ method }) => (method === 'GET' ? { body: content } : written));
  renderScreen(
    <ToastProvider closeLabel="Close">
      <Shown order={order} revision={aRevision()} onDone={done.read} onClose={done.closed} />
    </ToastProvider>,
  );
  return { done, user: userEvent.setup(), sent: () => asked.filter(({ method }) => method !== 'GET') };
}

test('a yes by mail is recorded at the total that is shown, with who said it and what was said', async () => {
  const { done, user, sent } = open(RecordAcceptanceDialog);
  await user.selectOptions(await screen.findByRole('combobox', { name: 'It came' }), 'by mail');
  const name = screen.getByRole('textbox', { name: 'Name of who accepted' });
  await user.clear(name);
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Record for $259.20' }).disabled).toBe(true);
  await user.type(name, ' Lee Park ');
  await user.type(screen.getByRole('textbox', { name: 'Their PO number' }), 'PO-77');
  await user.type(screen.getByRole('textbox', { name: 'What was said, or where the mail is' }), 'Go ahead');
  await user.click(screen.getByRole('button', { name: 'Record for $259.20' }));
  await expect.poll(() => done.closed.mock.calls.length, { timeout: 15_000 }).toBe(1);
  expect(done.read).toHaveBeenCalledOnce();
  expect(sent()).toMatchObject([
    {
      method: 'POST',
      path: `/api/v1/orders/${orderId}/estimates/2/acceptance`,
      body: { channel: 'mail', name: 'Lee Park', poNumber: expect.stringContaining('PO-77'), note: 'Go ahead', total: usd(25_920), choices: [], leftOut: [] },
    },
  ]);
});

test('refused because something cannot be delivered, it says which lines, and nothing that was typed is lost', async () => {
  const refusal = { code: 'estimate.not_deliverable', title: 'Some of it cannot be delivered any more.', lineId: lines[1]?.id };
  const problem = { type: 'about:blank', status: 409, ...refusal, lineId: undefined, refusals: [refusal] };
  const { done, user } = open(RecordAcceptanceDialog, { status: 409, body: problem });
  await user.type(await screen.findByRole('textbox', { name: 'What was said, or where the mail is' }), 'Go ahead');
  await user.click(screen.getByRole('button', { name: 'Record for $259.20' }));
  const alert = await screen.findByRole('alert');
  expect(
    within(alert)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent),
  ).toEqual(['Cap · M']);
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'What was said, or where the mail is' }).value).toBe('Go ahead');
  expect(done.closed).not.toHaveBeenCalled();
});

test('extending asks for a later day than it has, and sends that one', async () => {
  const { done, user, sent } = open(ExtendEstimateDialog);
  const day = screen.getByLabelText('Valid until');
  const go = screen.getByRole<HTMLButtonElement>('button', { name: 'Extend' });
  expect(go.disabled).toBe(true);
  fireEvent.change(day, { target: { value: '2026-12-27' } });
  expect(screen.getByText('Choose a later day than it has now.')).toBeTruthy();
  expect(go.disabled).toBe(true);
  fireEvent.change(day, { target: { value: '2026-12-31' } });
  expect(screen.queryByText('Choose a later day than it has now.')).toBeNull();
  await user.click(go);
  await expect.poll(() => done.closed.mock.calls.length, { timeout: 15_000 }).toBe(1);
  expect(sent()).toMatchObject([{ method: 'POST', path: `/api/v1/orders/${orderId}/estimates/2/extend`, body: { validUntil: '2026-12-31' } }]);
});
