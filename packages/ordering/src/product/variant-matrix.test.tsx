import type { Product, Variant } from '@backdesk/contract/catalog/schema.ts';
import { FormatProvider } from '@backdesk/ui/format/use-format.tsx';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { matrixLayout } from './matrix-layout.ts';
import { VariantMatrix } from './variant-matrix.tsx';

afterEach(cleanup);

const variant = (colour: string, size: string, published = true): Variant =>
  ({
    id: `${colour}-${size}`,
    version: 1,
    sku: `${colour}-${size}`,
    options: [
      { name: 'Colour', value: colour },
      { name: 'Size', value: size },
    ],
    title: `${colour} · ${size}`,
    published,
    imageUrl: null,
    weightGrams: null,
    ships: true,
    taxCategory: 'standard',
    quantityRule: { increment: null, maximum: null },
    unit: null,
    stock: { tracked: false, available: 0, backorder: false, onHand: 0, reserved: 0, incoming: null },
    charges: [],
    priceTable: { source: 'list', label: 'List', breaks: [{ quantity: 1, extendedPrice: '10' }] },
    breakGroup: 'tee',
    parts: [],
  }) as unknown as Variant;

const product = {
  id: 'tee',
  code: 'TEE',
  name: 'Heavy tee',
  currency: 'USD',
  options: [
    { name: 'Colour', values: ['Red', 'Navy', 'Black'] },
    { name: 'Size', values: ['S', 'M'] },
  ],
  configurationOptions: [],
  charges: [],
  variants: [variant('Red', 'S'), variant('Red', 'M'), variant('Navy', 'S'), variant('Navy', 'M', false), variant('Black', 'S')],
} as unknown as Product;

function show() {
  const layout = matrixLayout(product);
  if (layout === null) throw new Error('It has a table.');
  const onAdd = vi.fn();
  render(
    <FormatProvider settings={{ locale: 'en-US', currency: 'USD', timeZone: 'UTC' }}>
      <VariantMatrix product={product} layout={layout} variantId="Red-S" present={[]} addLabel="Add" onAdd={onAdd} />
    </FormatProvider>,
  );
  return onAdd;
}
const cell = (name: string) => screen.getByLabelText<HTMLInputElement>(new RegExp(`^Quantity of ${name}`));
const paste = (at: string, text: string) => fireEvent.paste(cell(at), { clipboardData: { getData: () => text } });
const added = (onAdd: ReturnType<typeof vi.fn>) =>
  (onAdd.mock.calls.flat(2) as { variant: Variant; quantity: number }[]).map(({ variant: { id }, quantity }) => [id, quantity]);

test('a block into cells of which some are not on sale fills the others, says which were left with their figures, and they can be added', () => {
  const onAdd = show();
  paste('Red, S', '24\t12\n6\t3\n5\t4\n9\t8');
  expect([cell('Red, S'), cell('Red, M'), cell('Navy, S'), cell('Black, S')].map(({ value }) => value)).toEqual(['24', '12', '6', '5']);
  const told = screen.getByRole('status');
  expect(told.textContent).toContain('Filled 4; 4 cells were left out');
  expect([...told.querySelectorAll('li')].map(({ textContent }) => textContent)).toEqual([
    'Not on sale: Navy, M: 3',
    'No such variant: Black, M: 4',
    'Past the edge of the table (row/column of what was pasted): 4/1: 9 · 4/2: 8',
  ]);
  fireEvent.click(screen.getByRole('button', { name: 'Add' }));
  expect(added(onAdd)).toEqual([
    ['Red-S', 24],
    ['Red-M', 12],
    ['Navy-S', 6],
    ['Black-S', 5],
  ]);
});

test('undo takes all of a block back, by its button and by Ctrl+Z, and leaves what was typed elsewhere', () => {
  show();
  fireEvent.change(cell('Black, S'), { target: { value: '7' } });
  fireEvent.change(cell('Red, S'), { target: { value: '2' } });
  paste('Red, S', '24\t12\n6\t3');
  fireEvent.keyDown(cell('Red, S'), { key: 'z', ctrlKey: true });
  expect([cell('Red, S'), cell('Red, M'), cell('Navy, S'), cell('Black, S')].map(({ value }) => value)).toEqual(['2', '', '', '7']);
  expect(screen.queryByText(/left out/)).toBeNull();
  paste('Red, M', '12\n3');
  fireEvent.click(screen.getByRole('button', { name: 'Undo paste' }));
  expect([cell('Red, S'), cell('Red, M')].map(({ value }) => value)).toEqual(['2', '']);
});
