import type { BuyerRuleJson } from '@backdesk/contract/catalog/buyers.ts';
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { aProduct } from '../../../../test/a-product.ts';
import { answering, renderScreen } from '../../../../test/answering.tsx';
import { Buyers } from './buyers.tsx';

vi.setConfig({ testTimeout: 20_000 });

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const gold = { id: '01900000-0000-7000-8000-0000000000b1', version: 1, name: 'Gold', isDefault: false };
const silver = { ...gold, id: '01900000-0000-7000-8000-0000000000b2', name: 'Silver' };
const counts = { customerCount: 0, companyCount: 0, priceCount: 0, buyerRuleCount: 0, productCount: 0 };
const notGold: BuyerRuleJson = { roleId: gold.id, roleName: 'Gold', variantId: null, sku: null, effect: 'exclude' };
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const pick = (label: string, at: number, value: string) => {
  const field = screen.getAllByLabelText(label)[at];
  if (field === undefined) throw new Error(`no ${label} ${at}`);
  fireEvent.change(field, { target: { value } });
};

function serving(rules: readonly BuyerRuleJson[], refusal?: object) {
  let items = [...rules];
  return answering(({ method, path, body }) => {
    if (path.endsWith('/price-roles')) return { body: { items: [gold, silver].map((role) => ({ ...role, ...counts })) } };
    if (method === 'PUT' && refusal !== undefined) return { status: 422, body: refusal };
    if (method === 'PUT')
      items = (body as { rules: BuyerRuleJson[] }).rules.map((rule) => ({ ...rule, roleName: rule.roleId === gold.id ? 'Gold' : 'Silver', sku: null }));
    return { body: { items } };
  });
}

test('who may buy is read; a rule is added, another changed, and all are sent at once', async () => {
  const asked = serving([notGold]);
  renderScreen(<Buyers product={aProduct} mayWrite />);
  await screen.findByText('Not Gold');
  press(/^Change/);
  pick('Rule', 0, 'include');
  press('Add a rule');
  pick('Price role', 1, silver.id);
  pick('Rule', 1, 'include');
  press('Save');
  await screen.findByText('Only Silver');
  expect(
    within(screen.getByRole('list'))
      .getAllByRole('listitem')
      .map((item) => item.textContent),
  ).toEqual(['Only Gold', 'Only Silver']);
  expect(asked.find(({ method }) => method === 'PUT')).toMatchObject({
    path: `/api/v1/products/${aProduct.id}/buyers`,
    body: {
      rules: [
        { roleId: gold.id, effect: 'include', variantId: null },
        { roleId: silver.id, effect: 'include', variantId: null },
      ],
    },
  });
});

test('what the server refuses is said at its rule, and the form stays', async () => {
  const errors = [{ pointer: '/rules/1/roleId', message: 'has a rule for this already' }];
  serving([notGold], { type: 'x', title: 'Invalid', status: 422, code: 'request.invalid', requestId: 'r', errors });
  renderScreen(<Buyers product={aProduct} mayWrite />);
  await screen.findByText('Not Gold');
  press(/^Change/);
  press('Add a rule');
  press('Save');
  await screen.findByText(/has a rule for this already/);
  expect(screen.getAllByLabelText('Price role')).toHaveLength(2);
});

test('who may not change the catalogue reads it; without a rule everybody may buy', async () => {
  serving([]);
  renderScreen(<Buyers product={aProduct} mayWrite={false} />);
  await screen.findByText('Everybody may buy it.');
  expect(screen.queryByRole('button')).toBeNull();
});
