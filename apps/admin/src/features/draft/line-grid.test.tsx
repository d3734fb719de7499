import { createClient } from '@backdesk/contract/client.ts';
import { routes } from '@backdesk/contract/routes.ts';
import { memoryStorage } from '@backdesk/ordering/editing/op-storage.ts';
import { createOrderEditor, type OrderEditor } from '@backdesk/ordering/editing/order-editor.ts';
import { previewCustomLine, previewLine, previewSection } from '@backdesk/ordering/editing/preview-line.ts';
import { deskServer } from '@backdesk/ordering/editing/send-op.ts';
import { withCharges } from '@backdesk/ordering/editing/with-charges.ts';
import { createCompany } from '@backdesk/ordering/live/order-company.ts';
import { ToastProvider } from '@backdesk/ui/feedback/toast.tsx';
import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useSyncExternalStore } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { aHit, anOrder, fakeDesk, orderId } from '../../../test/fake-desk.ts';
import { DraftProvider } from './draft-context.tsx';
import { LineGrid } from './line-grid.tsx';

afterEach(cleanup);

const skus = ['TEE', 'MUG', 'CAP'] as const;
const ids = skus.map((_, at) => `01900000-0000-7000-8000-0000000000e${at}`);

function Grid({ editor, goToAdd }: { editor: OrderEditor; goToAdd: () => void }) {
  const state = useSyncExternalStore(editor.subscribe, editor.getState);
  return <LineGrid state={state} goToAdd={goToAdd} />;
}

const three = () => skus.map((sku, at) => previewLine(aHit(sku, sku, [[1, '10.00']]), 12, ids[at] ?? ''));

function open(shown = three()) {
  const desk = fakeDesk(anOrder(shown));
  const editor = createOrderEditor({ server: deskServer(createClient(routes, { fetch: desk.fetch }), orderId), storage: memoryStorage(), order: desk.order() });
  const goToAdd = vi.fn();
  const openLine = vi.fn();
  render(
    <DraftProvider value={{ editor, company: createCompany({ tabId: '', person: '' }), by: 'Jonas Berg', canEdit: true, canOverride: true, openLine }}>
      <ToastProvider closeLabel="Close">
        <Grid editor={editor} goToAdd={goToAdd} />
      </ToastProvider>
    </DraftProvider>,
  );
  const lines = () => editor.getState().shown.lines.map((line) => `${line.sku} ${line.quantity}`);
  return { desk, editor, goToAdd, openLine, lines, user: userEvent.setup(), cell: (name: string) => screen.getByLabelText<HTMLInputElement>(name) };
}

test('typing replaces the quantity, Enter commits and goes to the next row, after the last to Add Product', async () => {
  const { user, cell, lines, goToAdd, desk } = open();
  await user.click(cell('Line 2 quantity'));
  await user.keyboard('24{Enter}');
  expect(lines()).toEqual(['TEE 12', 'MUG 24', 'CAP 12']);
  expect(document.activeElement).toBe(cell('Line 3 quantity'));
  await user.keyboard('{Enter}');
  expect(goToAdd).toHaveBeenCalledOnce();
  await waitFor(() => expect(desk.order().lines[1]?.quantity).toBe(24));
});

test('Escape gives back what was there', async () => {
  const { user, cell, lines, desk } = open();
  cell('Line 1 quantity').focus();
  await user.keyboard('999');
  expect(lines()[0]).toBe('TEE 999');
  await user.keyboard('{Escape}');
  expect(lines()[0]).toBe('TEE 12');
  expect(cell('Line 1 quantity').value).toBe('12');
  expect(desk.order().lines[0]?.quantity).toBe(12);
});

test('a line that is sold in fixed quantities offers them: opened by Space the arrows pick, Enter goes on, Escape gives back', async () => {
  const shown = three();
  const rule = { increment: 0, maximum: null };
  shown[0] = previewLine(
    {
      ...aHit('TEE', 'TEE', [
        [12, '60.00'],
        [48, '192.00'],
        [144, '504.00'],
      ]),
      quantityRule: rule,
    },
    12,
    ids[0] ?? '',
  );
  const { user, cell, lines } = open(shown);
  await waitFor(() => expect(cell('Line 1 quantity').getAttribute('role')).toBe('combobox'));
  cell('Line 1 quantity').focus();
  await user.keyboard(' {ArrowDown}');
  expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual(['12$5.00 each', '48$4.00 each', '144$3.50 each']);
  expect(lines()[0]).toBe('TEE 48');
  await user.keyboard('{Escape}');
  expect([lines()[0], screen.queryAllByRole('option')]).toEqual(['TEE 12', []]);
  await user.keyboard(' {ArrowDown}{ArrowDown}{Enter}');
  expect(lines()[0]).toBe('TEE 144');
  expect(document.activeElement).toBe(cell('Line 2 quantity'));
  // While the list is closed the arrows go from line to line, and change nothing.
  await user.keyboard('{ArrowUp}');
  expect(document.activeElement).toBe(cell('Line 1 quantity'));
  await user.keyboard('{ArrowDown}');
  expect(document.activeElement).toBe(cell('Line 2 quantity'));
  expect(lines()).toEqual(['TEE 144', 'MUG 12', 'CAP 12']);
});

test('an answer that is no longer offered leads to where another is given, once for all of them', async () => {
  const gone = (option: string, answer: string) => ({ code: 'line.configuration_unknown' as const, detail: { option, answer } });
  const [tee, ...others] = three();
  if (tee === undefined) throw new Error('There are three lines.');
  const { user, openLine, editor } = open([tee, ...others]);
  const asked = { ...tee, blockers: [gone('Imprint', 'Left chest'), gone('Gift wrap', 'Kraft')] };
  act(() => editor.receive({ ...editor.getState().confirmed, version: 99, lines: [asked, ...others] }));
  await user.click(screen.getByRole('button', { name: 'Change customization' }));
  expect(openLine.mock.calls.map(([line]) => line.id)).toEqual([tee.id]);
});

test('a quantity that is not sold offers the nearest that are', async () => {
  const crate = aHit('TEE', 'TEE', [[12, '60.00']], { quantityRule: { increment: 12, maximum: 100 } });
  const { user, cell, lines } = open([previewLine(crate, 30, ids[0] ?? ''), ...three().slice(1)]);
  await user.click(screen.getByRole('button', { name: 'Make it 36' }));
  expect(lines()[0]).toBe('TEE 36');
  expect(screen.queryByRole('button', { name: /Make it/ })).toBeNull();
  await user.click(cell('Line 1 quantity'));
  await user.keyboard('130{Enter}');
  await screen.findByText(/^Not saved: At most 100/);
  await user.click(screen.getByRole('button', { name: 'Make it 96' }));
  expect(lines()[0]).toBe('TEE 96');
});

test('beside another size of the same a line is offered what is left of each quantity, at the price of both together', async () => {
  const hit = {
    ...aHit('TEE', 'TEE', [
      [12, '60.00'],
      [48, '192.00'],
      [144, '504.00'],
    ]),
    quantityRule: { increment: 0, maximum: null },
  };
  const shown = [0, 1].map((at) => ({ ...previewLine(hit, at === 0 ? 12 : 36, ids[at] ?? ''), breakGroup: 'tees' }));
  const { user, cell, editor } = open(shown);
  await waitFor(() => expect(cell('Line 1 quantity').getAttribute('role')).toBe('combobox'));
  await user.click(cell('Line 1 quantity'));
  expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual(['12$4.00 each', '108$3.50 each']);
  await user.click(screen.getByRole('option', { name: /^108/ }));
  expect(editor.getState().shown.lines[0]).toMatchObject({ quantity: 108, unitPrice: '3.5', blockers: [] });
});

test('arrows move between rows and, from a selected cell, between columns', async () => {
  const { user, cell } = open();
  cell('Line 1 quantity').focus();
  await user.keyboard('{ArrowDown}');
  expect(document.activeElement).toBe(cell('Line 2 quantity'));
  await user.keyboard('{ArrowRight}');
  expect(document.activeElement).toBe(cell('Line 2 unit price'));
});

test('what cannot be read keeps the focus and says why; nothing is sent', async () => {
  const { user, cell, lines, desk } = open();
  cell('Line 1 quantity').focus();
  await user.keyboard('a few{Enter}');
  expect(document.activeElement).toBe(cell('Line 1 quantity'));
  expect(screen.getByRole('alert').textContent).toContain('whole number');
  expect(lines()[0]).toBe('TEE 12');
  expect(desk.calls).toEqual([]);
});

test.each([
  ['Line 1 quantity', '1000000000', /whole number/],
  ['Line 1 quantity', '-3', /whole number/],
  ['Line 1 unit price', '-1', /price/i],
  ['Line 1 unit price', '0.0000001', /price/i],
  ['Line 1 discount', '120%', /percentage/],
])('%s: %s is said to be none in place, and nothing is sent', async (name, text, says) => {
  const { user, cell, editor, desk } = open();
  const asItWas = { quantity: 12, override: null, discount: null };
  cell(name).focus();
  await user.keyboard(`${text}{Enter}`);
  expect(screen.getByRole('alert').textContent).toMatch(says);
  expect(cell(name).value).toBe(text);
  expect(editor.getState().shown.lines[0]).toMatchObject(asItWas);
  await user.keyboard('{Escape}');
  expect(editor.getState().shown.lines[0]).toMatchObject(asItWas);
  expect(desk.order().lines[0]).toMatchObject(asItWas);
});

test('a price of 0 is a price', async () => {
  const { user, cell, editor } = open();
  cell('Line 1 unit price').focus();
  await user.keyboard('0{Enter}');
  expect(editor.getState().shown.lines[0]).toMatchObject({ override: { unitPrice: '0' }, total: { amount: 0 } });
});

test('Alt and an arrow move the line, 0 and Enter remove it', async () => {
  const { user, cell, lines } = open();
  cell('Line 3 quantity').focus();
  await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
  expect(lines()).toEqual(['TEE 12', 'CAP 12', 'MUG 12']);
  // The focus goes along with the line, in the next frame; no person is quicker.
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  expect(document.activeElement).toBe(cell('Line 2 quantity'));
  cell('Line 1 quantity').focus();
  await user.keyboard('0');
  expect(screen.getByText('Enter takes this line out')).not.toBeNull();
  await user.keyboard('{Enter}');
  expect(lines()).toEqual(['CAP 12', 'MUG 12']);
});

test('Ctrl+Delete in a cell, or Delete on the number, removes the line; Undo brings it back to its place', async () => {
  const { user, cell, lines, desk } = open();
  cell('Line 2 quantity').focus();
  await user.keyboard('{Delete}');
  expect(lines()).toHaveLength(3);
  await user.keyboard('{Escape}{Control>}{Delete}{/Control}');
  expect(lines()).toEqual(['TEE 12', 'CAP 12']);
  await waitFor(() => expect(desk.order().lines).toHaveLength(2));
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(lines()).toEqual(['TEE 12', 'MUG 12', 'CAP 12']));
  // Undo goes to the line that is back: nobody presses a key before.
  await waitFor(() => expect(document.activeElement).toBe(cell('Line 2 quantity')));
  screen.getAllByRole('button', { name: /^Line 3/ })[0]?.focus();
  await user.keyboard('{Delete}');
  expect(lines()).toEqual(['TEE 12', 'MUG 12']);
});

test('Undo of a removal that Ctrl+Z has taken back already goes to the line, and asks for nothing a second time', async () => {
  const { user, cell, lines, desk, editor } = open();
  cell('Line 2 quantity').focus();
  await user.keyboard('{Control>}{Delete}{/Control}');
  await waitFor(() => expect(desk.order().lines).toHaveLength(2));
  await act(() => editor.undoLast());
  await waitFor(() => expect(lines()).toEqual(['TEE 12', 'MUG 12', 'CAP 12']));
  const asked = desk.calls.length;
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(document.activeElement).toBe(cell('Line 2 quantity')));
  expect(desk.calls).toHaveLength(asked);
  expect(editor.getState().rejections).toEqual([]);
});

test('the focus of a line that is taken back passes to the one in its place', async () => {
  const { user, cell, lines, editor } = open();
  cell('Line 2 quantity').focus();
  await user.keyboard('{Control>}d{/Control}');
  cell('Line 3 quantity').focus();
  await act(() => editor.undoLast());
  await waitFor(() => expect(lines()).toEqual(['TEE 12', 'MUG 12', 'CAP 12']));
  await waitFor(() => expect(document.activeElement).toBe(cell('Line 3 quantity')));
});

test('what is opened under a line by key is left by Escape or Done, back to where it was opened', async () => {
  const { user, lines, desk } = open();
  const number = () => screen.getByRole('button', { name: 'Line 2, more' });
  for (const [entry, leave] of [
    ['One to choose of…', 'Drinkware{Enter}'],
    ['One to choose of…', '{Escape}'],
    ['Quantity for the customer…', '{Escape}'],
    ['Note for the customer…', 'In blue{Escape}'],
  ] as const) {
    number().focus();
    await user.keyboard('{Enter}');
    await user.click(screen.getByRole('menuitem', { name: entry }));
    await user.keyboard(leave);
    await waitFor(() => expect(document.activeElement).toBe(number()));
  }
  expect(lines()).toEqual(['TEE 12', 'MUG 12', 'CAP 12']);
  await waitFor(() => expect(desk.order().lines[1]).toMatchObject({ choiceGroup: 'Drinkware', noteCustomer: 'In blue' }));
});

test('a new heading is named by typing, and Escape gives the name back', async () => {
  const { user, editor } = open([previewSection('Section', 'USD', '01900000-0000-7000-8000-0000000000e9'), ...three()]);
  screen.getByLabelText('Section Section, name').focus();
  await user.keyboard('Extras');
  const names = () => editor.getState().shown.lines.flatMap(({ kind, name }) => (kind === 'section' ? [name] : []));
  expect(names()).toEqual(['Extras']);
  await user.tab();
  screen.getByLabelText('Section Extras, name').focus();
  await user.keyboard(' and more{Escape}');
  expect(names()).toEqual(['Extras']);
});

test('Ctrl+D doubles the line right below it, and the total moves with the key, before the server has answered', async () => {
  const { user, cell, lines, editor, desk } = open();
  desk.world.isDown = true;
  cell('Line 1 quantity').focus();
  await user.keyboard('{Control>}d{/Control}');
  expect(lines()).toEqual(['TEE 12', 'TEE 12', 'MUG 12', 'CAP 12']);
  expect(editor.getState().shown.totals.items.amount).toBe(48_000);
});

/** What Ctrl+D asks of the server, from the quantity of the first line. */
async function doubled(shown: ReturnType<typeof three>) {
  const { user, cell, editor, desk } = open(shown);
  const before = editor.getState().shown;
  cell('Line 1 quantity').focus();
  await user.keyboard('{Control>}d{/Control}');
  await waitFor(() => expect(desk.calls).toHaveLength(1));
  return { before, after: desk.order(), asked: desk.calls[0]?.body };
}

test('Ctrl+D on an optional line makes an optional one, in no total either; of a group the original keeps the choice', async () => {
  const [tee, mug] = three();
  if (tee === undefined || mug === undefined) throw new Error('no lines');
  const alone = await doubled([{ ...tee, optional: true, chosen: false }, mug]);
  expect(alone.asked).toMatchObject({ optional: true, chosen: false, after: tee.id, quantity: 12 });
  expect(alone.asked).not.toHaveProperty('choiceGroup');
  cleanup();
  const grouped = await doubled([{ ...tee, optional: true, chosen: true, choiceGroup: 'Finish' }, mug]);
  expect(grouped.asked).toMatchObject({ optional: true, chosen: false, choiceGroup: 'Finish', after: tee.id });
});

test('Ctrl+D on a custom line keeps its weight and tax category', async () => {
  const custom = previewCustomLine({ name: 'Rush', unitPrice: '15', quantity: 2, ships: true }, 'USD', ids[0] ?? '');
  const { asked } = await doubled([{ ...custom, weightGrams: 250, taxCategory: 'clothing' }]);
  expect(asked).toMatchObject({ custom: { name: 'Rush', unitPrice: '15', quantity: 2, ships: true, weightGrams: 250, taxCategory: 'clothing' } });
});

test('Ctrl+D on a setup charge or a part of a bundle does nothing: it comes with the line it hangs on', async () => {
  const [tee] = three();
  if (tee === undefined) throw new Error('no line');
  const setup = { ...previewCustomLine({ name: 'Setup', unitPrice: '35', quantity: 1, ships: false }, 'USD', ids[1] ?? ''), parentLineId: tee.id };
  const { user, cell, lines, desk } = open([tee, { ...setup, kind: 'charge' }]);
  cell('Line 1.1 unit price').focus();
  await user.keyboard('{Control>}d{/Control}');
  expect(lines()).toHaveLength(2);
  expect(desk.calls).toEqual([]);
});

test('what costs less in a larger quantity is said at the line, and taken by one press', async () => {
  const { user, lines, cell } = open([
    previewLine(
      aHit('TEE', 'TEE', [
        [1, '10.00'],
        [24, '180.00'],
      ]),
      12,
      ids[0] ?? '',
    ),
  ]);
  expect(screen.queryByText(/less$/)).toBeNull();
  cell('Line 1 quantity').focus();
  await user.keyboard('20');
  expect(await screen.findByText('24 cost $20.00 less')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Make it 24' }));
  expect(lines()).toEqual(['TEE 24']);
  expect(screen.queryByText(/less$/)).toBeNull();
});

test('before the server has answered a price says as much of where it came from as after', () => {
  const free = { perPiece: '0', perLine: { amount: 0, currency: 'USD' } };
  const upcharges = [
    { ...free, label: 'Metallic', ppm: 100_000 },
    { ...free, label: 'Print', perPiece: '1.50', breaks: [{ quantity: 10, perPiece: '1.20' }] },
  ];
  const [tee] = three();
  if (tee === undefined) throw new Error('no line');
  const [line] = anOrder([{ ...tee, upcharges }]).lines;
  expect(line?.explanation).toMatchObject([
    { step: 'break', breakQuantity: 1, groupQuantity: 12 },
    { step: 'upcharge', label: 'Metallic', ppm: 100_000, amount: { amount: 1_200 } },
    { step: 'upcharge', label: 'Print', breakQuantity: 10, amount: { amount: 1_440 } },
  ]);
});

test('a price by hand asks for its reason in place, and the catalogue price can be given back', async () => {
  const { user, cell, editor } = open();
  cell('Line 1 unit price').focus();
  await user.keyboard('9.75{Enter}');
  await user.type(await screen.findByLabelText('Reason for this price'), 'match last spring');
  expect(editor.getState().shown.lines[0]?.override).toEqual({ unitPrice: '9.75', reason: 'match last spring', by: 'Jonas Berg' });
  expect(editor.getState().shown.lines[0]?.total.amount).toBe(11_700);
  await user.click(screen.getByRole('button', { name: 'Give the catalogue price back' }));
  expect(editor.getState().shown.lines[0]?.override).toBeNull();
  expect(editor.getState().shown.lines[0]?.total.amount).toBe(12_000);
});

test('Ctrl+D on a bundle takes along what was written at its parts', async () => {
  const part = {
    productCode: 'PEN',
    options: [],
    imageUrl: null,
    priceTable: null,
    breakGroup: null,
    taxCategory: 'standard',
    ships: false,
    weightGrams: null,
  };
  const pens = {
    ...part,
    id: 'part-1',
    quantity: 3,
    pricing: 'fixed' as const,
    variantId: ids[1] ?? '',
    productId: 'p',
    name: 'Pen',
    sku: 'PEN',
    answers: [],
    unavailable: null,
  };
  const kit = previewLine(aHit('KIT', 'Kit', [[1, '25.00']], { parts: [pens] }), 2, ids[0] ?? '');
  const below = withCharges([kit]).map((line) => (line.partId === null ? line : { ...line, noteCustomer: 'engraved' }));
  const { user, cell, editor, desk } = open(below);
  desk.world.isDown = true;
  cell('Line 1 quantity').focus();
  await user.keyboard('{Control>}d{/Control}');
  expect(editor.getState().shown.lines.map(({ name, quantity, noteCustomer }) => [name, quantity, noteCustomer])).toEqual([
    ['Kit', 2, ''],
    ['Pen', 6, 'engraved'],
    ['Kit', 2, ''],
    ['Pen', 6, 'engraved'],
  ]);
  desk.world.isDown = false;
  await waitFor(() => expect(desk.calls[0]?.body).toMatchObject({ quantity: 2, parts: [{ variantId: ids[1], noteCustomer: 'engraved' }] }), {
    timeout: 10_000,
  });
});
