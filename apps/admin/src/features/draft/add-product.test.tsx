import { createClient } from '@backdesk/contract/client.ts';
import { routes } from '@backdesk/contract/routes.ts';
import { memoryStorage } from '@backdesk/ordering/editing/op-storage.ts';
import { createOrderEditor } from '@backdesk/ordering/editing/order-editor.ts';
import { deskServer } from '@backdesk/ordering/editing/send-op.ts';
import { createCompany } from '@backdesk/ordering/live/order-company.ts';
import { act, cleanup, renderHook, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { renderScreen } from '../../../test/answering.tsx';
import { aHit, anOrder, fakeDesk, orderId } from '../../../test/fake-desk.ts';
import { AddProduct } from './add-product.tsx';
import { DraftProvider } from './draft-context.tsx';
import type { ChosenProduct } from './use-product-entry.ts';
import { useProductPages } from './use-product-pages.ts';

const mug = aHit('MUG', 'Mug 11 oz', [[1, '4.10']]);
const cap = aHit('CAP', 'Five-panel cap', [[1, '10.50']]);
const lid = {
  id: '01900000-0000-7000-8000-0000000000f1',
  kind: 'choice' as const,
  name: 'Lid',
  help: '',
  required: true,
  carriesBreaks: false,
  onlyWhen: null,
  values: [{ id: '01900000-0000-7000-8000-0000000000f2', name: 'Sports', perPiece: '0', perLine: { amount: 0, currency: 'USD' }, ppm: 0, breaks: [] }],
};
const bottle = aHit('BTL', 'Steel bottle', [[1, '14.00']], { configurationOptions: [lid] });
const small = aHit('TEE-S', 'Heavy tee', [[1, '10.00']], { options: [{ name: 'Size', value: 'S' }] });
const medium = aHit('TEE-M', 'Heavy tee', [[1, '10.00']], { options: [{ name: 'Size', value: 'M' }] });

const crate = aHit(
  'CRATE',
  'Crate',
  [
    [24, '240.00'],
    [48, '432.00'],
  ],
  { quantityRule: { increment: 0, maximum: null } },
);

afterEach(() => {
  cleanup();
  sessionStorage.clear();
  vi.unstubAllGlobals();
});

function open(held: Readonly<Record<string, Promise<void>>> = {}, categories: readonly object[] = []) {
  const desk = fakeDesk(anOrder(), [mug, cap, small, medium, bottle, crate]);
  desk.world.searchHeld = (words) => held[words];
  const searched: string[] = [];
  vi.stubGlobal('fetch', async (input: string, init?: RequestInit) => {
    const { pathname, searchParams } = new URL(String(input), 'http://desk');
    if (pathname.endsWith('/variants/match') && String(init?.body).includes('CRATE')) {
      return Response.json({ items: [{ status: 'certain', why: null, quantity: 30, hits: [crate] }] });
    }
    if (pathname.endsWith('/variants/match') && JSON.parse(String(init?.body)).rows.every(({ readings }: { readings: unknown[] }) => readings.length === 0)) {
      return Response.json({ items: [{ status: 'none', why: 'none', quantity: null, hits: [] }] });
    }
    if (pathname.endsWith('/variants/match')) {
      const item = { status: 'choose', why: 'options', quantity: 24, hits: [bottle] };
      return Response.json({ items: JSON.parse(String(init?.body)).rows.map(() => item) });
    }
    if (pathname.endsWith('/categories')) return Response.json({ items: categories });
    if (pathname.endsWith('/variants')) searched.push(`${searchParams.get('categoryId') ?? ''} ${searchParams.get('q') ?? ''}`);
    return desk.fetch(input, init);
  });
  const editor = createOrderEditor({ server: deskServer(createClient(routes, { fetch: desk.fetch }), orderId), storage: memoryStorage(), order: desk.order() });
  const pages: ChosenProduct[] = [];
  renderScreen(
    <DraftProvider
      value={{ editor, company: createCompany({ tabId: '', person: '' }), by: 'Jonas Berg', canEdit: true, canOverride: true, openLine: () => undefined }}
    >
      <AddProduct order={desk.order()} openPage={(chosen) => pages.push(chosen)} onCustomLine={() => undefined} onSection={() => undefined} />
    </DraftProvider>,
  );
  const lines = () => editor.getState().shown.lines.map((line) => `${line.quantity} ${line.sku}`);
  return { user: userEvent.setup(), field: screen.getByLabelText('Add Product'), lines, pages, searched, editor, desk };
}

test('Enter within the search delay waits for the result of what was typed', async () => {
  const mugs = Promise.withResolvers<void>();
  const { user, field, lines } = open({ mug: mugs.promise });
  await user.type(field, '24 mug{Enter}');
  expect(lines()).toEqual([]);
  mugs.resolve();
  await waitFor(() => expect(lines()).toEqual(['24 MUG']));
  expect(field).toHaveProperty('value', '');
});

test('a late answer to older words is never added', async () => {
  const late = Promise.withResolvers<void>();
  const { user, field, lines, searched } = open({ m: late.promise, mu: late.promise, mug: late.promise });
  await user.type(field, 'mug');
  await waitFor(() => expect(searched).toContain(' mug'));
  await user.clear(field);
  await user.type(field, '6 cap{Enter}');
  await waitFor(() => expect(lines()).toEqual(['6 CAP']));
  late.resolve();
  // One more whole round of asking and adding: what was late has had its turn.
  await user.type(field, '7 cap{Enter}');
  await waitFor(() => expect(lines()).toEqual(['13 CAP']));
});

test('entries faster than their answers are added in the order they were entered', async () => {
  const mugs = Promise.withResolvers<void>();
  const { user, field, lines, searched } = open({ mug: mugs.promise });
  await user.type(field, '12 mug{Enter}6 cap{Enter}');
  await waitFor(() => expect(searched).toContain(' cap'));
  expect(lines()).toEqual([]);
  mugs.resolve();
  await waitFor(() => expect(lines()).toEqual(['12 MUG', '6 CAP']));
});

test('what tells variants apart is never cut off with a long name', async () => {
  const { user, field } = open();
  await user.type(field, 'tee');
  const found = await screen.findByRole('option', { name: /Heavy tee · M/ });
  expect(within(found).getByText('M').closest('.ellipsis')).toBeNull();
  expect(within(found).getByText('Heavy tee ·').closest('.ellipsis')).not.toBeNull();
});

test('a name that several variants fit opens the product page instead of guessing', async () => {
  const { user, field, lines, pages } = open();
  await user.type(field, 'tee');
  await screen.findAllByRole('option');
  await user.keyboard('{Enter}');
  expect(lines()).toEqual([]);
  expect(pages).toEqual([{ productId: small.productId, variantId: small.id, quantity: null }]);
});

test('a quantity does not choose among variants that nobody has seen yet; among those on the screen the first is meant', async () => {
  const tees = Promise.withResolvers<void>();
  const { user, field, lines } = open({ tee: tees.promise });
  await user.type(field, '24 tee{Enter}');
  tees.resolve();
  await waitFor(() => expect(field).toHaveProperty('value', '24 tee'));
  expect(lines()).toEqual([]);
  await screen.findAllByRole('option');
  await user.keyboard('{Enter}');
  expect(lines()).toEqual(['24 TEE-S']);
});

test('what asks for its options never takes the keyboard from the next entry: it waits in the tray until it is on the order', async () => {
  const bottles = Promise.withResolvers<void>();
  const { user, field, lines, pages } = open({ bottle: bottles.promise });
  await user.type(field, '5 bottle{Enter}6 c');
  bottles.resolve();
  await screen.findByText('“5 bottle” asks for its options.');
  expect(pages).toEqual([]);
  await user.type(field, 'ap{Enter}');
  await waitFor(() => expect(lines()).toEqual(['6 CAP']));
  await user.click(screen.getByRole('button', { name: 'Choose options' }));
  expect(pages).toMatchObject([{ variantId: bottle.id, quantity: 5 }]);
  // Its page may be left as it came.
  expect(screen.queryByText('“5 bottle” asks for its options.')).toBeTruthy();
  act(() => pages[0]?.onAdded?.());
  expect(screen.queryByText('“5 bottle” asks for its options.')).toBeNull();
});

test('a page that opened by itself may be left by a key meant for the next entry: what was entered waits until it is on the order', async () => {
  const bottles = Promise.withResolvers<void>();
  const { user, field, pages } = open({ bottle: bottles.promise });
  await user.type(field, '5 bottle{Enter}');
  bottles.resolve();
  await waitFor(() => expect(pages).toMatchObject([{ variantId: bottle.id, quantity: 5 }]));
  expect(await screen.findByText('“5 bottle” asks for its options.')).toBeTruthy();
  act(() => pages[0]?.onAdded?.());
  expect(screen.queryByText('“5 bottle” asks for its options.')).toBeNull();
});

test('a list too large to be mended by hand goes in without the field: a cell of 5 MB is a row to look at, 10,000 rows say what to do', async () => {
  const { user } = open();
  await user.click(screen.getByRole('button', { name: 'Paste or drop a list…' }));
  const field = () => screen.getByLabelText<HTMLTextAreaElement>('Rows of a sheet or a mail');
  await user.click(field());
  await user.paste('MUG-11-NAVY\t24\n'.repeat(10_000));
  expect(screen.getByRole('alert').textContent).toContain('10,000 rows are too many at once: paste up to 1,000.');
  expect(field().value).toBe('');
  await user.paste(`${'y'.repeat(5 * 1024 * 1024)}\t3`);
  expect(await screen.findByText('Too long for a line')).toBeTruthy();
  expect(screen.queryByLabelText('Rows of a sheet or a mail')).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Skip' }));
});

test('a typed list that is refused stays to be mended', async () => {
  const { user } = open();
  await user.click(screen.getByRole('button', { name: 'Paste or drop a list…' }));
  await user.click(screen.getByLabelText('Rows of a sheet or a mail'));
  await user.paste('BTL 24\n'.repeat(1002));
  await user.click(screen.getByRole('button', { name: /Add rows/ }));
  expect(screen.getByRole('alert').textContent).toContain('1,002 rows are too many at once');
  expect(screen.getByLabelText<HTMLTextAreaElement>('Rows of a sheet or a mail').value).toContain('BTL 24');
  await user.clear(screen.getByLabelText('Rows of a sheet or a mail'));
  await user.paste('SKU;Qty');
  await user.click(screen.getByRole('button', { name: /Add rows/ }));
  expect(screen.getByRole('alert').textContent).toContain('holds no rows');
  await user.clear(screen.getByLabelText('Rows of a sheet or a mail'));
  await user.paste('BTL 24');
  await user.click(screen.getByRole('button', { name: /Add rows/ }));
  expect(screen.queryByLabelText('Rows of a sheet or a mail')).toBeNull();
  await user.click(await screen.findByRole('button', { name: 'Skip' }));
});

test('a pasted row whose page is opened stays in the tray until it was added there', async () => {
  const { user, field, pages } = open();
  field.focus();
  await user.paste('BTL\t24');
  await user.click(await screen.findByRole('button', { name: /^Add Steel bottle|Steel bottle BTL/ }));
  expect(pages).toMatchObject([{ variantId: bottle.id, quantity: 24 }]);
  expect(screen.getByText('BTL 24')).toBeTruthy();
  act(() => pages[0]?.onAdded?.());
  await waitFor(() => expect(screen.queryByText('BTL 24')).toBeNull());
  // The keys that pick from the tray are letters elsewhere: with no row left the next entry is typed.
  await waitFor(() => expect(document.activeElement).toBe(field));
});

test('who leaves the page of a pasted row is back at that row, and behind it once it was added', async () => {
  const { user, field, pages } = open();
  field.focus();
  await user.paste('BTL\t24\nBTL\t25');
  await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^Row 1/));
  await user.keyboard('1');
  expect(pages).toHaveLength(1);
  expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^Row 1/);
  act(() => pages[0]?.onAdded?.());
  await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^Row 2/));
  await user.keyboard('{Delete}');
  expect(document.activeElement).toBe(field);
});

test('rows that nobody answered for wait to be tried again, whatever is pasted meanwhile', async () => {
  const { user, field } = open();
  const { fetch } = globalThis;
  const lookedUp: string[] = [];
  let isOut = true;
  vi.stubGlobal('fetch', async (input: string, init?: RequestInit) => {
    if (!String(input).includes('/variants/match')) return fetch(input, init);
    if (isOut) throw new TypeError('Failed to fetch');
    lookedUp.push(...JSON.parse(String(init?.body)).rows.map(({ readings }: { readings: { words: string }[] }) => readings[0]?.words));
    return fetch(input, init);
  });
  field.focus();
  await user.paste('BTL\t24');
  await screen.findByText('The rows could not be looked up. They are kept here.');
  await user.paste('MUG\t6');
  isOut = false;
  await user.paste('CAP\t7');
  await waitFor(() => expect(lookedUp).toEqual(['CAP']));
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(lookedUp).toEqual(['CAP', 'BTL', 'MUG']));
  await user.click(await screen.findByRole('button', { name: 'Skip all' }));
  expect(document.activeElement).toBe(field);
});

test('Undo of pasted rows that Ctrl+Z has taken back already asks for nothing a second time', async () => {
  const { user, field, lines, editor, desk } = open();
  const { fetch } = globalThis;
  vi.stubGlobal('fetch', async (input: string, init?: RequestInit) =>
    String(input).includes('/variants/match') ? Response.json({ items: [{ status: 'certain', quantity: 24, hits: [mug] }] }) : fetch(input, init),
  );
  field.focus();
  await user.paste('MUG\t24');
  await screen.findByText('1 row added.');
  expect(lines()).toEqual(['24 MUG']);
  await act(() => editor.undoLast());
  await act(() => editor.settled());
  const asked = desk.calls.length;
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await act(() => editor.settled());
  expect(desk.calls).toHaveLength(asked);
  expect(editor.getState().rejections).toEqual([]);
});

test('two pages asked for are opened one after the other, and the first is never replaced', () => {
  const { result } = renderHook(useProductPages);
  const page = (variantId: string) => ({ productId: 'p', variantId, quantity: null });
  act(() => {
    result.current.open(page('first'));
    result.current.open(page('second'));
  });
  const { key } = result.current;
  expect(result.current).toMatchObject({ chosen: { variantId: 'first' }, isLast: false });
  act(() => result.current.close());
  expect(result.current).toMatchObject({ chosen: { variantId: 'second' }, isLast: true });
  expect(result.current.key).not.toBe(key);
  act(() => result.current.close());
  expect(result.current.chosen).toBeNull();
});

test('what is not found stays to be mended', async () => {
  const nothing = Promise.withResolvers<void>();
  const { user, field, lines } = open({ nothing: nothing.promise });
  await user.type(field, '3 nothing{Enter}6 c');
  nothing.resolve();
  await screen.findByText('“3 nothing” was not found.');
  await user.type(field, 'ap{Enter}');
  await waitFor(() => expect(lines()).toEqual(['6 CAP']));
  await user.click(screen.getByRole('button', { name: 'Search' }));
  expect(field).toHaveProperty('value', '3 nothing');
});

test('a category is looked through without a word typed, and narrows what is typed; Enter takes nothing that was not chosen', async () => {
  const drinkware = { id: '01900000-0000-7000-8000-0000000000e1', name: 'Drinkware', path: ['Drinkware'], depth: 0 };
  const { user, field, lines, searched } = open({}, [drinkware]);
  await user.selectOptions(await screen.findByLabelText('Category to look in'), 'Drinkware');
  expect(document.activeElement).toBe(field);
  const options = await screen.findAllByRole('option', { name: /Mug|cap|tee/i });
  expect(options.length).toBeGreaterThan(1);
  expect(searched).toEqual([`${drinkware.id} `]);
  await user.keyboard('{Enter}');
  expect(lines()).toEqual([]);
  await user.type(field, '6 cap{Enter}');
  await waitFor(() => expect(lines()).toEqual(['6 CAP']));
  expect(searched.at(-1)).toBe(`${drinkware.id} cap`);
});

test('a quantity that no line can hold finds the product all the same, says how many may be typed and stays to be mended', async () => {
  const { user, field, lines, pages } = open();
  await user.type(field, '1000000000 cap');
  await screen.findByRole('option', { name: /Five-panel cap/ });
  await screen.findByText('1,000,000,000 are more than one line can hold: up to 9,999,999.');
  await user.keyboard('{Enter}');
  expect(field).toHaveProperty('value', '1000000000 cap');
  expect([lines(), pages]).toEqual([[], []]);
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(pages).toEqual([{ productId: cap.productId, variantId: cap.id, quantity: 1_000_000_000 }]);
});

test('entered faster than it is found it waits in the tray and says why', async () => {
  const caps = Promise.withResolvers<void>();
  const { user, field, lines } = open({ cap: caps.promise });
  await user.type(field, '1000000000 cap{Enter}5 mug');
  caps.resolve();
  await screen.findByText('1,000,000,000 are more than one line can hold: up to 9,999,999.');
  expect(lines()).toEqual([]);
});

test('added again to a sum that is not sold, the nearest that is sold is one key away, and the next entry is typed on', async () => {
  const { user, field, lines, desk } = open();
  await user.type(field, '24 crate{Enter}');
  await waitFor(() => expect(desk.order().lines).toHaveLength(1));
  await user.type(field, '12 crate{Enter}');
  await screen.findByText('12 Crate was not added: Sold in fixed quantities: 24 or 48, not 36');
  // It has 24 already.
  expect(screen.getAllByRole('button', { name: /Make it/ }).map(({ textContent }) => textContent)).toEqual(['Make it 48 1']);
  await user.keyboard('{ArrowUp}1');
  expect(lines()).toEqual(['48 CRATE']);
  expect(screen.queryByText(/was not added/)).toBeNull();
  expect(document.activeElement).toBe(field);
  await user.keyboard('6 cap{Enter}');
  await waitFor(() => expect(desk.order().lines.map(({ quantity }) => quantity)).toEqual([48, 6]));
});

test('a new line in a quantity that is not sold offers both around it; Delete leaves it', async () => {
  const { user, field, lines, desk } = open();
  await user.type(field, '30 crate{Enter}');
  await screen.findByText('30 Crate was not added: Sold in fixed quantities: 24 or 48, not 30');
  await user.click(screen.getByRole('button', { name: 'Make it 24' }));
  expect(lines()).toEqual(['24 CRATE']);
  await waitFor(() => expect(desk.order().lines.map(({ quantity }) => quantity)).toEqual([24]));
  await user.type(field, '1 crate{Enter}');
  await screen.findByText(/was not added/);
  await user.keyboard('{ArrowUp}{Delete}');
  expect(screen.queryByText(/was not added/)).toBeNull();
  expect(document.activeElement).toBe(field);
  expect(lines()).toEqual(['24 CRATE']);
});

test('a pasted row in a quantity that is not sold offers the nearest that are, each by one key', async () => {
  const { user, lines, desk } = open();
  await user.click(screen.getByRole('button', { name: /Paste or drop a list/ }));
  await user.click(screen.getByLabelText(/Rows/));
  await user.paste('CRATE\t30');
  await user.click(screen.getByRole('button', { name: 'Add rows' }));
  const row = await screen.findByLabelText(/Sold in fixed quantities: 24 or 48, not 30/);
  expect(
    within(row)
      .getAllByRole('button', { name: /Crate/ })
      .map((button) => button.textContent),
  ).toEqual(['124 × CrateCRATE', '248 × CrateCRATE']);
  row.focus();
  await user.keyboard('2');
  expect(lines()).toEqual(['48 CRATE']);
  expect(screen.queryByLabelText(/Sold in fixed quantities/)).toBeNull();
  await waitFor(() => expect(desk.order().lines.map(({ quantity }) => quantity)).toEqual([48]));
});
