import type { Product } from '@backdesk/contract/catalog/schema.ts';
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { aProduct } from '../../../test/a-product.ts';
import { answering, renderScreen } from '../../../test/answering.tsx';
import { aHit } from '../../../test/fake-desk.ts';
import { renderRouted } from '../../../test/on-page.tsx';
import { DeleteProduct } from './delete-product.tsx';
import { EditProduct } from './edit-product.tsx';
import { PriceBreaks } from './price-breaks.tsx';
import { VariantsGrid } from './variants/variants-grid.tsx';

vi.setConfig({ testTimeout: 20_000 });

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function aVariant(sku: string, breaks: readonly (readonly [number, string])[], increment: number | null = null): Product['variants'][number] {
  const hit = aHit(sku, 'Mug', breaks);
  const { id, options, published, imageUrl, weightGrams, ships, taxCategory, priceTable, stock, unit, breakGroup, charges, parts } = hit;
  const sold = { id, sku, options, published, imageUrl, weightGrams, ships, taxCategory, priceTable, stock, unit, breakGroup, charges, parts };
  return { ...sold, version: 1, title: sku, quantityRule: { increment, maximum: null } };
}
const breaks = [
  [24, '60.00'],
  [72, '144.00'],
] as const;
const mugs: Product = { ...aProduct, variants: [aVariant('RED', breaks, 0), aVariant('BLUE', breaks), aVariant('GOLD', [[1, '9.00']])] };

test('breaks stand in one table for the variants that share them, with their curve', () => {
  const { container } = renderScreen(<PriceBreaks product={mugs} />);
  const table = within(screen.getByRole('table', { name: 'Prices by quantity: RED, BLUE' }));
  expect(table.getAllByRole('row').map(({ textContent }) => textContent)).toEqual(['FromEachTogether', '242.5060.00', '722.00144.00']);
  expect(screen.getAllByRole('table')).toHaveLength(1);
  expect(container.querySelectorAll('svg path')).toHaveLength(2);
});

test('a variant that is sold in the quantities of its breaks alone says which', () => {
  renderScreen(<VariantsGrid product={mugs} variants={mugs.variants} />);
  expect(screen.getByText('sold only as 24, 72')).toBeTruthy();
  expect(screen.getAllByText('2.00 – 2.50')).toHaveLength(2);
  expect(screen.getByText('9.00')).toBeTruthy();
});

test('description and tax category are changed; a description that nobody touched is not sent', async () => {
  const told = { ...mugs, descriptionHtml: '<p>Old</p>' };
  const asked = answering(() => ({ body: told }));
  const edit = () => renderScreen(<EditProduct product={told} onClose={() => undefined} />);
  edit();
  fireEvent.change(screen.getByLabelText(/^Description/), { target: { value: '<p>New</p>' } });
  fireEvent.change(screen.getByLabelText(/^Tax category/), { target: { value: 'reduced' } });
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  await vi.waitFor(() => expect(asked.filter(({ method }) => method === 'PATCH')).toHaveLength(1));
  expect(asked.at(-1)?.body).toMatchObject({ basedOn: 3, description: '<p>New</p>', taxCategory: 'reduced' });
  cleanup();
  edit();
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  await vi.waitFor(() => expect(asked.filter(({ method }) => method === 'PATCH')).toHaveLength(2));
  expect(asked.findLast(({ method }) => method === 'PATCH')?.body).not.toHaveProperty('description');
});

test('a product is deleted after a question, the list stands in its place, and Undo brings it back', async () => {
  const asked = answering(() => ({ body: { done: true } }));
  const router = renderRouted(<DeleteProduct product={mugs} onClose={() => undefined} />);
  const dialog = within(await screen.findByRole('dialog', { name: 'Delete Mug 11 oz?' }));
  expect(asked.filter(({ method }) => method === 'DELETE')).toEqual([]);
  fireEvent.click(dialog.getByRole('button', { name: 'Delete product' }));
  await vi.waitFor(() => expect(router.state.location.pathname).toBe('/products'));
  expect(asked.find(({ method }) => method === 'DELETE')?.path).toBe(`/api/v1/products/${mugs.id}`);
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
  await vi.waitFor(() => expect(asked.find(({ method }) => method === 'POST')?.path).toBe(`/api/v1/products/${mugs.id}/restore`));
});
