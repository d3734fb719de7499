import type { Variant } from '@backdesk/contract/catalog/schema.ts';
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { aProduct } from '../../../test/a-product.ts';
import { answering, renderScreen } from '../../../test/answering.tsx';
import { NewProduct } from './new-product.tsx';
import { EditVariant } from './variants/edit-variant.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const type = (label: string, value: string, at = 0) => {
  const field = screen.getAllByLabelText(label)[at];
  if (field === undefined) throw new Error(`no ${label} ${at}`);
  fireEvent.change(field, { target: { value } });
};
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

const variant: Variant = {
  id: '01900000-0000-7000-8000-0000000000a2',
  version: 4,
  sku: 'MUG-WHT',
  options: [],
  title: '',
  published: true,
  imageUrl: null,
  weightGrams: 340,
  ships: true,
  taxCategory: 'standard',
  priceTable: { source: 'list', label: '', breaks: [{ quantity: 1, extendedPrice: '9.5' }] },
  stock: { tracked: false, onHand: 0, reserved: 0, available: 0, backorder: false, incoming: null },
  quantityRule: { increment: null, maximum: null },
  unit: null,
  breakGroup: null,
  charges: [],
  parts: [],
};

test('a product is made with its variants and breaks; what is missing is said before anything is sent', async () => {
  const asked = answering(() => ({ status: 201, body: aProduct }));
  const made: string[] = [];
  renderScreen(<NewProduct onMade={(id) => made.push(id)} onClose={() => undefined} />);
  type('Name', 'Rain jacket');
  press('Save');
  expect((await screen.findAllByText('Needed')).length).toBe(1);
  expect(asked).toEqual([]);
  type('Product code', 'RAIN');
  press('Add what it varies in');
  type('Varies in', 'Size');
  type('Values', 'S, M, L');
  expect(screen.getByText('Makes 3 variants.')).toBeTruthy();
  type('Together', '45');
  press('Save');
  await vi.waitFor(() => expect(made).toEqual([aProduct.id]));
  expect(asked[0]).toMatchObject({
    method: 'POST',
    path: '/api/v1/products',
    body: {
      name: 'Rain jacket',
      code: 'RAIN',
      variants: ['S', 'M', 'L'].map((size) => ({ sku: `RAIN-${size}`, prices: [{ quantity: 1, extendedPrice: '45' }] })),
    },
  });
});

test('a code that is taken is said, and nothing typed is lost', async () => {
  answering(() => ({ status: 409, body: { type: 'x', title: 'This product code is taken.', status: 409, code: 'product.code_taken', requestId: 'r' } }));
  renderScreen(<NewProduct onMade={() => undefined} onClose={() => undefined} />);
  type('Name', 'Rain jacket');
  type('Product code', 'RAIN');
  type('Together', '45');
  press('Save');
  await screen.findByText(/This product code is taken/);
  expect(screen.getByLabelText('Name')).toHaveProperty('value', 'Rain jacket');
});

test('the list price of a variant by quantity is changed; without a change of prices none are sent', async () => {
  const asked = answering(() => ({ body: aProduct }));
  let closed = 0;
  renderScreen(<EditVariant product={aProduct} variant={variant} onDelete={() => undefined} onClose={() => (closed += 1)} />);
  press('Save');
  await vi.waitFor(() => expect(closed).toBe(1));
  expect(asked[0]?.body).not.toHaveProperty('prices');
  press('Add a break');
  const last = screen.getAllByLabelText('From').length - 1;
  type('From', '48', last);
  press('Save');
  await screen.findByText('Enter an amount.');
  type('Together', '312.5', last);
  type('In multiples of', '12');
  expect(screen.queryByLabelText('Pieces in one')).toBeNull();
  type('Sold by the', 'case');
  type('Pieces in one', '24');
  press('Save');
  await vi.waitFor(() => expect(closed).toBe(2));
  expect(asked[1]?.body).toMatchObject({
    quantityIncrement: 12,
    unit: { name: 'case', pieces: 24 },
    prices: expect.arrayContaining([{ quantity: 48, extendedPrice: '312.5' }]),
  });
});

test('the units of the account are offered in its order, and bring their pieces along until somebody types others', async () => {
  const offered = {
    items: [
      { name: 'sleeve', pieces: 30 },
      { name: 'case', pieces: 12 },
      { name: 'box', pieces: 1 },
    ],
  };
  answering(({ path }) => ({ body: path === '/api/v1/units' ? offered : aProduct }));
  renderScreen(<EditVariant product={aProduct} variant={variant} onDelete={() => undefined} onClose={() => undefined} />);
  const field = screen.getByLabelText<HTMLInputElement>('Sold by the');
  fireEvent.focus(field);
  await vi.waitFor(() => expect([...(field.list?.options ?? [])].map(({ value }) => value)).toEqual(['sleeve', 'case', 'box']));
  const pieces = () => screen.getByLabelText<HTMLInputElement>('Pieces in one').value;
  type('Sold by the', 'sleeve');
  expect(pieces()).toBe('30');
  type('Sold by the', 'case');
  expect(pieces()).toBe('12');
  type('Sold by the', 'box');
  expect(pieces()).toBe('1');
  type('Pieces in one', '48');
  type('Sold by the', 'case');
  expect(pieces()).toBe('48');
});
