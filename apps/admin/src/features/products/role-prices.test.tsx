import type { ProductRolePrices } from '@backdesk/contract/price-role/schema.ts';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { aProduct as product } from '../../../test/a-product.ts';
import { answering, renderScreen } from '../../../test/answering.tsx';
import { RolePrices } from './role-prices.tsx';

vi.setConfig({ testTimeout: 20_000 });

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const gold: ProductRolePrices = {
  roleId: '01900000-0000-7000-8000-0000000000b1',
  roleName: 'Gold',
  version: 7,
  breaks: [
    { quantity: 1, extendedPrice: '8.5' },
    { quantity: 36, extendedPrice: '178.2' },
  ],
  variantCount: 0,
};
const silver: ProductRolePrices = { ...gold, roleId: '01900000-0000-7000-8000-0000000000b2', roleName: 'Silver', version: 2, breaks: [] };

const type = (label: string, at: number, value: string) => {
  const field = screen.getAllByLabelText(label)[at];
  if (field === undefined) throw new Error(`no ${label} ${at}`);
  fireEvent.change(field, { target: { value } });
};
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

test('each role with what it pays apiece; a break is added, one removed, and what is half filled in is not sent', async () => {
  let roles = [gold, silver];
  const asked = answering(({ method, body }) => {
    if (method === 'PUT') roles = [{ ...gold, ...(body as Pick<ProductRolePrices, 'breaks'>), version: 8 }, silver];
    return { body: { items: roles } };
  });
  renderScreen(<RolePrices product={product} mayWrite />);
  await screen.findByText('36+ at 4.95');
  expect(screen.getByText('list price')).not.toBeNull();
  press(/^Edit.*Gold/);
  press('Add a break');
  type('From', 2, '144');
  press('Save');
  await screen.findByText('Enter an amount.');
  expect(asked.filter(({ method }) => method === 'PUT')).toEqual([]);
  type('Together', 2, '570.24');
  press('Remove break 1');
  press('Save');
  await screen.findByText('144+ at 3.96');
  expect(screen.queryByText('1+ at 8.50')).toBeNull();
  const put = asked.find(({ method }) => method === 'PUT');
  expect(put?.path).toBe(`/api/v1/products/${product.id}/price-roles/${gold.roleId}`);
  expect(put?.body).toEqual({
    basedOn: 7,
    breaks: [
      { quantity: 36, extendedPrice: '178.2' },
      { quantity: 144, extendedPrice: '570.24' },
    ],
  });
});

test('what somebody else set since is said, and the form stays', async () => {
  const conflicts = [{ pointer: '/breaks', value: [], version: 8, by: 'Ana Reyes', at: '2026-11-23T10:00:00Z' }];
  answering(({ method }) =>
    method === 'PUT'
      ? { status: 409, body: { type: 'x', title: 'Changed', status: 409, code: 'conflict', requestId: 'r', conflicts } }
      : { body: { items: [gold, silver] } },
  );
  renderScreen(<RolePrices product={product} mayWrite />);
  await screen.findByText('36+ at 4.95');
  press(/^Set.*Silver/);
  type('Together', 0, '9');
  press('Save');
  await waitFor(() => expect(screen.getByRole('alert')).not.toBeNull());
  expect(screen.getByRole('button', { name: 'Save' })).not.toBeNull();
});

test('who may not change the catalogue reads them', async () => {
  answering(() => ({ body: { items: [gold, silver] } }));
  renderScreen(<RolePrices product={product} mayWrite={false} />);
  await screen.findByText('1+ at 8.50');
  expect(screen.queryByRole('button')).toBeNull();
});
