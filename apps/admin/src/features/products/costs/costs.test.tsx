import type { ProductCosts } from '@backdesk/contract/catalog/costs.ts';
import type { Product } from '@backdesk/contract/catalog/schema.ts';
import { permissions } from '@backdesk/domain/staff/permissions.ts';
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { aProduct } from '../../../../test/a-product.ts';
import { answering, renderScreen } from '../../../../test/answering.tsx';
import { Costs } from './costs.tsx';

vi.setConfig({ testTimeout: 20_000 });

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const [red, blue] = ['01900000-0000-7000-8000-0000000000c1', '01900000-0000-7000-8000-0000000000c2'];
const variant: Product['variants'][number] = {
  id: red,
  version: 1,
  sku: 'MUG-RED',
  options: [],
  title: 'Red',
  published: true,
  imageUrl: null,
  weightGrams: null,
  ships: true,
  taxCategory: 'standard',
  priceTable: {
    source: 'list',
    label: 'List',
    breaks: [
      { quantity: 1, extendedPrice: '10' },
      { quantity: 100, extendedPrice: '500' },
    ],
  },
  stock: { tracked: false, onHand: 0, reserved: 0, available: 0, backorder: false, incoming: null },
  quantityRule: { increment: null, maximum: null },
  unit: null,
  breakGroup: null,
  charges: [],
  parts: [],
};
const mug: Product = { ...aProduct, variants: [variant, { ...variant, id: blue, sku: 'MUG-BLUE', title: 'Blue' }] };
const known: ProductCosts = {
  currency: 'USD',
  items: [
    { variantId: red, sku: 'MUG-RED', unitCost: '4' },
    { variantId: blue, sku: 'MUG-BLUE', unitCost: null },
  ],
};

test('prices and margins from the least to the most, as among the variants; one cost for all is saved', async () => {
  let costs = known;
  const asked = answering(({ method, body }) => {
    if (method === 'PUT') costs = { ...costs, items: costs.items.map((item, at) => ({ ...item, ...(body as { costs: { unitCost: string }[] }).costs[at] })) };
    return { body: costs };
  });
  renderScreen(<Costs product={mug} />);
  // 10.00 earns 60 %, 5.00 at a hundred 20 %.
  await screen.findByText('20% – 60%');
  expect(screen.getByRole('row', { name: /Red/ }).textContent).toContain('5.00 – 10.00');
  expect(screen.getByText('not known')).not.toBeNull();
  fireEvent.click(screen.getByRole('button', { name: /^Change/ }));
  fireEvent.change(screen.getByLabelText('All variants'), { target: { value: '2.50' } });
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  // What costs and earns the same is one row.
  expect(await screen.findAllByText('50% – 75%')).toHaveLength(1);
  expect(screen.getByText('All variants')).not.toBeNull();
  expect(screen.queryByText('Red')).toBeNull();
  expect(asked.find(({ method }) => method === 'PUT')).toMatchObject({
    path: `/api/v1/products/${mug.id}/costs`,
    body: {
      costs: [
        { variantId: red, unitCost: '2.5' },
        { variantId: blue, unitCost: '2.5' },
      ],
    },
  });
});

test('who may not see costs is shown nothing, and nothing is asked', async () => {
  const asked = answering(() => ({ body: known }));
  renderScreen(
    <Costs product={mug} />,
    permissions.filter((permission) => permission !== 'cost:read'),
  );
  expect(screen.queryByText('Cost and margin')).toBeNull();
  expect(asked).toEqual([]);
});
