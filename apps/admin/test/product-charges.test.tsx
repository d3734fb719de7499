// The product page beside a draft: what it says a line will cost is what the line costs, setup and run charges too.
import type { OrderLine } from '@backdesk/contract/order/lines.ts';
import { previewLine } from '@backdesk/ordering/editing/preview-line.ts';
import { ProductPage } from '@backdesk/ordering/product/product-page.tsx';
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { aProduct } from './a-product.ts';
import { renderScreen } from './answering.tsx';
import { aHit } from './fake-desk.ts';

afterEach(cleanup);

const setup = {
  id: '01900000-0000-7000-8000-0000000000c1',
  kind: 'setup' as const,
  code: 'SETUP',
  name: 'Screen setup',
  breaks: [{ quantity: 1, extendedPrice: '35' }],
  removable: true,
  waived: false,
  gone: false,
};
const run = {
  ...setup,
  id: '01900000-0000-7000-8000-0000000000c2',
  kind: 'run' as const,
  code: 'RUN',
  name: 'Second colour',
  breaks: [
    { quantity: 1, extendedPrice: '0.50' },
    { quantity: 24, extendedPrice: '6.00' },
  ],
};
const hit = aHit('MUG', 'Mug 11 oz', [[1, '8.50']], { breakGroup: 'mug', charges: [setup, run], productId: aProduct.id });
const { id, sku, options, published, imageUrl, weightGrams, ships, taxCategory, priceTable, stock, quantityRule, unit, breakGroup, charges, parts } = hit;
const sold = { id, sku, options, published, imageUrl, weightGrams, ships, taxCategory, priceTable, stock, quantityRule, unit, breakGroup, charges, parts };
const product = { ...aProduct, variants: [{ ...sold, version: 1, title: '' }] };

test('a quantity that cannot be read does not say that there is no price', () => {
  renderScreen(<ProductPage product={product} quantity={24} addLabel="Add to order" beside={[]} onAdd={() => undefined} />);
  fireEvent.change(screen.getByLabelText('Quantity'), { target: { value: 'TEE' } });
  fireEvent.blur(screen.getByLabelText('Quantity'));
  expect(screen.getByText(/^A whole number/)).toBeTruthy();
  expect(screen.queryByText('No price for this customer')).toBeNull();
});

function open(beside: readonly OrderLine[] = []) {
  renderScreen(<ProductPage product={product} quantity={24} addLabel="Add to order" beside={beside} onAdd={() => undefined} />);
  return within(screen.getByRole('region', { name: 'Charged with it' }));
}

test('setup and run are listed and are in the sum, which follows the quantity: 24 × 8.50 + 35.00 + 24 × 0.25 = 245.00', () => {
  const charged = open();
  expect(charged.getByText('$35.00')).toBeTruthy();
  expect(charged.getByText('$6.00')).toBeTruthy();
  expect(screen.getByText('$245.00')).toBeTruthy();
  expect(screen.getByText(/plus \$41\.00 setup and run charges/)).toBeTruthy();
  fireEvent.change(screen.getByLabelText('Quantity'), { target: { value: '2' } });
  fireEvent.blur(screen.getByLabelText('Quantity'));
  expect(charged.getByText('$1.00')).toBeTruthy();
  expect(screen.getByText('$53.00')).toBeTruthy();
});

test('a setup that another line of the design brings is not counted again', () => {
  const charged = open([previewLine(hit, 12, '01900000-0000-7000-8000-0000000000e1')]);
  expect(charged.getByText('on another line already')).toBeTruthy();
  expect(screen.getByText('$210.00')).toBeTruthy();
});
