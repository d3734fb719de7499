import type { Discount } from '@backdesk/contract/discount/schema.ts';
import { cleanup, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { aProduct } from '../../../../test/a-product.ts';
import { answering, renderScreen } from '../../../../test/answering.tsx';
import { EditDiscount } from './edit-discount.tsx';

vi.setConfig({ testTimeout: 20_000 });

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const cap = { id: '01900000-0000-7000-8000-0000000000b7', code: 'CAP', name: 'Trucker cap' };
const spring: Discount = {
  ...{ id: '01900000-0000-7000-8000-0000000000d1', version: 3, name: 'Spring', code: 'SPRING', active: true },
  ...{ value: { kind: 'percentage' as const, ppm: 100_000 }, reach: 'items' as const, validFrom: null, validUntil: null },
  ...{ maxUses: null, maxUsesPerCustomer: null, productIds: [aProduct.id], categoryIds: [], roleIds: [] },
  ...{ isLimitedToItems: true, isLimitedToRoles: false, uses: 0, usedAmount: { amount: 0, currency: 'USD' }, state: 'running' as const },
};

function open(refusal?: object) {
  const rows = [cap, aProduct].map(({ id, code, name }) => ({ id, code, name, imageUrl: null, priceFrom: '4.10', currency: 'USD' }));
  const asked = answering(({ method, path }) => {
    if (method === 'PATCH' || method === 'PUT') return refusal === undefined ? { body: spring } : { status: 422, body: refusal };
    const named = new URL(path, 'http://desk').searchParams.get('ids');
    if (named !== null) return { body: { items: rows.filter(({ id }) => named.includes(id)), nextCursor: null } };
    return { body: { items: path.startsWith('/api/v1/products') ? rows : [], nextCursor: null } };
  });
  renderScreen(<EditDiscount discount={spring} onClose={() => undefined} />);
  return { asked, user: userEvent.setup() };
}

test('the products that a discount is for are named, found by keyboard, and taken off', async () => {
  const { asked, user } = open();
  const products = within(screen.getByRole('group', { name: 'Products' }));
  expect(await products.findByText(aProduct.name)).toBeTruthy();
  expect(asked.filter(({ path }) => path.startsWith('/api/v1/products')).map(({ path }) => path)).toEqual([`/api/v1/products?ids=${aProduct.id}`]);
  await user.type(products.getByRole('combobox', { name: 'Add a product' }), 'cap');
  expect((await products.findByRole('option', { name: /in already/ })).getAttribute('aria-disabled')).toBe('true');
  await user.keyboard('{Enter}');
  await user.click(await products.findByRole('button', { name: `Remove ${aProduct.name}` }));
  expect(await products.findByRole('button', { name: 'Remove Trucker cap' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await vi.waitFor(() => expect(asked.findLast(({ method }) => method !== 'GET')).toMatchObject({ body: { productIds: [cap.id] } }));
});

test('one that is gone from the catalogue is said at its name, and the form stays', async () => {
  const { user } = open({
    ...{ type: 'about:blank', title: 'The request is not valid.', status: 422, code: 'request.invalid', requestId: 'test' },
    errors: [{ pointer: '/productIds/0', message: 'must be a product of the account' }],
  });
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('This product is not in the catalogue any more. Take it off.')).toBeTruthy();
  expect((screen.getByLabelText('Name') as HTMLInputElement).value).toBe('Spring');
});
