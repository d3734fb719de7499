import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { answering, renderScreen } from '../../../../test/answering.tsx';
import { renderRouted } from '../../../../test/on-page.tsx';
import { BulkEditPanel } from './bulk-edit-panel.tsx';
import { RecentEdits } from './recent-edits.tsx';

vi.setConfig({ testTimeout: 20_000 });

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const [mug, tee] = ['01900000-0000-7000-8000-0000000000d1', '01900000-0000-7000-8000-0000000000d2'];
const drinkware = { id: '01900000-0000-7000-8000-0000000000e1', name: 'Drinkware', path: ['Drinkware'], depth: 0 };
const items = [
  { productId: mug, code: 'MUG', name: 'Mug', isChanged: true, price: { from: '9.5', to: '9.83' } },
  { productId: tee, code: 'TEE', name: 'Tee', isChanged: false, price: null },
];
const edit = {
  id: '01900000-0000-7000-8000-0000000000f1',
  state: 'running',
  change: { kind: 'list_prices', ppm: 35_000 },
  undoes: null,
  isUndo: false,
  undo: 'none',
  count: 2,
  done: 0,
  changed: 0,
  left: 0,
  startedBy: 'Jonas Berg',
  startedAt: '2026-11-23T10:00:00Z',
  finishedAt: null,
};
const finished = { ...edit, state: 'done', undo: 'possible', done: 2, changed: 1, finishedAt: '2026-11-23T10:00:05Z' };
const products = { ids: [mug, tee] };
const pick = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
const start = () => screen.getByRole<HTMLButtonElement>('button', { name: /^Change( \d|$)/ });

function serving(shown: readonly object[] = items) {
  return answering(({ method, path }) => {
    if (path.endsWith('/categories')) return { body: { items: [drinkware] } };
    if (path.endsWith('/preview')) return { body: { count: 2, currency: 'USD', items: shown } };
    if (method === 'POST') return { status: 202, body: edit };
    return { body: { ...finished, leftProducts: [] } };
  });
}

test('nothing starts before it is said what; the preview shows old and new prices, and the job says when it is done', async () => {
  const asked = serving();
  const onDone = vi.fn();
  renderScreen(<BulkEditPanel products={products} onDone={onDone} onClose={() => undefined} />);
  expect(start().disabled).toBe(true);
  fireEvent.change(screen.getByLabelText(/^Percent/), { target: { value: '3.5' } });
  await screen.findByText('2 products:');
  const rows = within(screen.getByRole('list')).getAllByRole('listitem');
  expect(rows.map((row) => row.textContent)).toEqual(['Mug MUG$9.50 will cost $9.83', 'Tee TEEno list price']);
  fireEvent.click(start());
  await screen.findByText('1 product changed.');
  expect(screen.getByRole<HTMLProgressElement>('progressbar', { name: 'Products changed so far' }).value).toBe(2);
  const change = { kind: 'list_prices', ppm: 35_000 };
  expect(asked.filter(({ method }) => method === 'POST').map(({ path, body }) => [path, body])).toEqual([
    ['/api/v1/product-edits/preview', { products, change }],
    ['/api/v1/product-edits', { products, change }],
  ]);
  fireEvent.click(screen.getAllByRole('button', { name: 'Close' })[0] as HTMLElement);
  expect(onDone).toHaveBeenCalled();
});

test.each([
  ['publish', { kind: 'publication', published: true }, 'will be published'],
  ['hide', { kind: 'publication', published: false }, 'will be hidden'],
])('%s asks for nothing more, and says what is so already', async (kind, change, says) => {
  const asked = serving(items.map((item) => ({ ...item, price: null })));
  renderScreen(<BulkEditPanel products={{ matching: { q: 'mug' } }} onDone={() => undefined} onClose={() => undefined} />);
  pick('What to change', kind);
  await waitFor(() => expect(start().disabled).toBe(false));
  expect(asked.find(({ path }) => path.endsWith('/preview'))?.body).toEqual({ products: { matching: { q: 'mug' } }, change });
  expect(
    within(screen.getByRole('list'))
      .getAllByRole('listitem')
      .map((row) => row.textContent),
  ).toEqual([`Mug MUG${says}`, 'Tee TEEno change']);
});

test('a category is named first; why it was refused is said, and the form stays', async () => {
  const asked = answering(({ method, path }) => {
    if (path.endsWith('/categories')) return { body: { items: [drinkware] } };
    if (path.endsWith('/preview')) return { body: { count: 1, currency: 'USD', items: [{ ...items[0], price: null }] } };
    if (method === 'POST')
      return { status: 403, body: { type: 'x', title: 'Your roles do not allow this.', status: 403, code: 'request.forbidden', requestId: 'r' } };
    return { body: {} };
  });
  renderScreen(<BulkEditPanel products={products} onDone={() => undefined} onClose={() => undefined} />);
  pick('What to change', 'into');
  expect(start().disabled).toBe(true);
  await screen.findByRole('option', { name: 'Drinkware' });
  pick('Category', drinkware.id);
  await screen.findByText('will be put in');
  fireEvent.click(start());
  await screen.findByRole('alert');
  expect(screen.getByLabelText('What to change')).not.toBeNull();
  expect(asked.at(-1)?.body).toEqual({ products, change: { kind: 'category', categoryId: drinkware.id, isIn: true } });
});

const left = { productId: tee, code: 'TEE', name: 'Tee', isDeleted: false, changedBy: 'Ana Ortiz', changedAt: '2026-11-23T10:01:00Z' };
const undone = { ...finished, id: '01900000-0000-7000-8000-0000000000f2', undoes: edit.id, isUndo: true, undo: 'possible', left: 1 };

test('the way back is beside the result: what was changed meanwhile is named, with who did', async () => {
  const asked = answering(({ method, path }) => {
    if (path.endsWith('/preview')) return { body: { count: 2, currency: 'USD', items } };
    if (path.endsWith('/undo')) return { status: 202, body: { ...undone, state: 'running' } };
    if (path.endsWith(undone.id)) return { body: { ...undone, leftProducts: [left] } };
    if (method === 'POST') return { status: 202, body: edit };
    return { body: path.endsWith(edit.id) ? { ...finished, leftProducts: [] } : { items: [] } };
  });
  renderRouted(<BulkEditPanel products={products} onDone={() => undefined} onClose={() => undefined} />);
  fireEvent.change(await screen.findByLabelText(/^Percent/), { target: { value: '3.5' } });
  await waitFor(() => expect(start().disabled).toBe(false));
  fireEvent.click(start());
  fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  await screen.findByText('1 product is as before.');
  const kept = within(screen.getByRole('list')).getByRole('listitem');
  expect(within(kept).getByRole('link', { name: 'Tee' }).getAttribute('href')).toBe(`/products/${tee}`);
  expect(kept.textContent).toContain('Ana Ortiz');
  expect(asked.filter(({ path }) => path.endsWith('/undo')).map(({ path }) => path)).toEqual([`/api/v1/product-edits/${edit.id}/undo`]);
});

test('after a reload each recent change stands with its undo; what was undone says so; why it cannot be is said', async () => {
  const older = { ...finished, id: '01900000-0000-7000-8000-0000000000f3', change: { kind: 'category', categoryId: drinkware.id, isIn: true }, undo: 'undone' };
  answering(({ path }) => {
    if (path.endsWith('/categories')) return { body: { items: [drinkware] } };
    if (path.endsWith('/undo'))
      return { status: 409, body: { type: 'x', title: 'This change was undone already.', status: 409, code: 'product_edit.undone', requestId: 'r' } };
    return { body: { items: [undone, finished, older] } };
  });
  renderRouted(<RecentEdits onClose={() => undefined} />);
  await screen.findByText('Put into Drinkware');
  const rows = screen.getAllByRole('listitem').map((row) => row.textContent);
  expect(rows.map((text) => text?.split('Jonas')[0])).toEqual(['Undone: List prices +3.5%', 'List prices +3.5%', 'Put into Drinkware']);
  expect(rows[2]).toMatch(/Undone$/);
  screen.getByRole('button', { name: '1 product changed in the meantime' });
  fireEvent.click(screen.getByRole('button', { name: 'Undo: List prices +3.5%' }));
  expect((await screen.findByRole('alert')).textContent).toBe('This change was undone already.');
});

test('before the first change, the list says what it will be for', async () => {
  answering(() => ({ body: { items: [] } }));
  renderRouted(<RecentEdits onClose={() => undefined} />);
  await screen.findByText('No changes of many products yet');
});

test('where only the first of them are shown they are an example', async () => {
  serving(items.slice(0, 1));
  renderScreen(<BulkEditPanel products={products} onDone={() => undefined} onClose={() => undefined} />);
  fireEvent.change(screen.getByLabelText(/^Percent/), { target: { value: '3.5' } });
  await screen.findByText('2 products, for example:');
});
