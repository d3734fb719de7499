import type { SetPartsRequest } from '@backdesk/contract/catalog/parts.ts';
import type { Product } from '@backdesk/contract/catalog/schema.ts';
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { aProduct } from '../../../../test/a-product.ts';
import { answering } from '../../../../test/answering.tsx';
import { aHit } from '../../../../test/fake-desk.ts';
import { renderRouted } from '../../../../test/on-page.tsx';
import { MadeOf } from './made-of.tsx';

vi.setConfig({ testTimeout: 20_000 });

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

type Part = NonNullable<Product['bundle']>['parts'][number];
const id = (last: string) => `01900000-0000-7000-8000-0000000000${last}`;
const stock = (available: number) => ({ tracked: true, onHand: available, reserved: 0, available, backorder: false, incoming: null });
const part = (name: string, at: string, quantity: number, price: string, available: number): Part => ({
  ...{ id: id(`c${at}`), variantId: id(`d${at}`), productId: id(`e${at}`), name, sku: name.toUpperCase(), productCode: name.toUpperCase(), quantity },
  ...{ options: [], imageUrl: null, unavailable: null, stock: stock(available) },
  priceTable: { source: 'list', label: 'List', breaks: [{ quantity: 1, extendedPrice: price }] },
});
const kit: Product = { ...aProduct, name: 'Kit', bundle: { pricing: 'summed', parts: [part('Shirt', '1', 1, '10', 12), part('Pen', '2', 3, '2', 31)] } };

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const rows = () =>
  within(screen.getByRole('dialog'))
    .getAllByRole('listitem')
    .map((row) => within(row).getByRole<HTMLInputElement>('textbox'));
const shown = () => rows().map((field) => [field.getAttribute('aria-label') ?? field.labels?.[0]?.textContent, field.value]);

test('what a bundle is made of, what it comes to and what could be made; a part is found, counted, moved, removed and brought back', async () => {
  const cap = { ...aHit('CAP', 'Cap', [[1, '5.00']]), id: id('d3'), productId: id('e3') };
  const set = { ...aHit('SET', 'Other set', [[1, '9.00']]), id: id('d4'), productId: id('e4'), parts: [{} as never] };
  const asked = answering(({ method }) => ({ body: method === 'PUT' ? kit : { items: [set, cap], nextCursor: null } }));
  renderRouted(<MadeOf product={kit} mayWrite />);
  expect(await screen.findByText('Costs what its parts cost: $16.00.')).not.toBeNull();
  expect(screen.getByText('There are parts for 10.')).not.toBeNull();
  press('Edit parts');
  expect(shown()).toEqual([
    ['How many Shirt in one', '1'],
    ['How many Pen in one', '3'],
  ]);
  const search = screen.getByRole('combobox', { name: 'Add a part' });
  fireEvent.change(search, { target: { value: 'ca' } });
  const options = await screen.findAllByRole('option');
  // A bundle is found and not taken.
  expect(options[0]?.textContent).toContain('A bundle. Add its parts instead');
  fireEvent.keyDown(search, { key: 'Enter' });
  expect(rows()).toHaveLength(2);
  fireEvent.keyDown(search, { key: 'ArrowDown' });
  fireEvent.keyDown(search, { key: 'Enter' });
  expect(rows()).toHaveLength(3);
  expect(screen.getByText('$21.00 now, and follows their prices.')).not.toBeNull();
  fireEvent.keyDown(screen.getByRole('button', { name: /^Place of Cap/ }), { key: 'ArrowUp' });
  expect(shown().map(([label]) => label)).toEqual(['How many Shirt in one', 'How many Cap in one', 'How many Pen in one']);
  // In a figure an arrow steps; with Alt it moves the part and leaves the figure.
  fireEvent.keyDown(screen.getByRole('textbox', { name: 'How many Pen in one' }), { key: 'ArrowUp', altKey: true });
  expect(shown().slice(1)).toEqual([
    ['How many Pen in one', '3'],
    ['How many Cap in one', '1'],
  ]);
  fireEvent.keyDown(screen.getByRole('textbox', { name: 'How many Pen in one' }), { key: 'ArrowDown', altKey: true });
  press('Remove Shirt');
  expect(shown().map(([label]) => label)).toEqual(['How many Cap in one', 'How many Pen in one']);
  press('Undo');
  expect(shown().map(([label]) => label)).toEqual(['How many Shirt in one', 'How many Cap in one', 'How many Pen in one']);
  const [shirts] = rows();
  if (shirts !== undefined) fireEvent.change(shirts, { target: { value: '' } });
  press('Save');
  expect(await screen.findByText('A whole number from 1 to 10,000')).not.toBeNull();
  expect(asked.filter(({ method }) => method === 'PUT')).toEqual([]);
  if (shirts !== undefined) fireEvent.change(shirts, { target: { value: '2' } });
  press('Save');
  await vi.waitFor(() => expect(asked.some(({ method }) => method === 'PUT')).toBe(true));
  const body = asked.find(({ method }) => method === 'PUT')?.body as SetPartsRequest;
  expect(body).toMatchObject({
    basedOn: 3,
    pricing: 'summed',
    parts: [
      { id: id('c1'), quantity: 2 },
      { variantId: id('d3'), quantity: 1 },
      { id: id('c2'), quantity: 3 },
    ],
  });
});
