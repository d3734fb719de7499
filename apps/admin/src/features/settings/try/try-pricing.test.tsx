import type { TriedPricing } from '@backdesk/contract/pricing/schema.ts';
import { cleanup, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { answering, renderScreen } from '../../../../test/answering.tsx';
import { TryPricing } from './try-pricing.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const usd = (amount: number) => ({ amount, currency: 'USD' });
const rateId = '01900000-0000-7000-8000-0000000000a1';

const tried: TriedPricing = {
  order: null,
  priceMode: 'tax_excluded',
  cart: { weightGrams: 2_000, items: usd(4_500), ships: true, unpriced: ['PEN-X'], exemption: null },
  zone: { id: rateId, name: 'Alaska and Hawaii', by: 'postcode', matched: '995' },
  rates: [
    {
      rateId,
      name: 'Air',
      transit: '',
      terms: { kind: 'by_weight', tiers: [{ upToGrams: 5_000, amount: 2_990 }], freeOverAmount: null },
      amount: usd(2_990),
      tier: 0,
      isFreeOver: false,
      tax: { amount: usd(0), none: 'not_on_shipping', rates: [] },
      total: usd(7_873),
    },
    {
      rateId: '01900000-0000-7000-8000-0000000000a2',
      name: 'Letter',
      transit: '',
      terms: { kind: 'by_weight', tiers: [{ upToGrams: 500, amount: 100 }], freeOverAmount: null },
      amount: null,
      tier: null,
      isFreeOver: false,
      tax: { amount: usd(0), none: null, rates: [] },
      total: null,
    },
  ],
  tax: {
    amount: usd(383),
    categories: [
      {
        category: 'standard',
        items: usd(4_500),
        amount: usd(383),
        none: null,
        rates: [
          { code: 'AK', name: 'State', ratePpm: 40_000, by: 'region', matched: 'AK', amount: usd(180) },
          { code: 'ANC', name: 'City', ratePpm: 45_000, by: 'postcode', matched: '995', amount: usd(203) },
        ],
      },
      { category: 'books', items: usd(0), amount: usd(0), none: 'no_rate_for_category', rates: [] },
    ],
  },
};

test('a few articles to an address: each rate with its reason and total, each tax with what it matched', async () => {
  const asked = answering(({ method }) => ({ body: method === 'POST' ? tried : { items: [], nextCursor: null } }));
  renderScreen(<TryPricing />);
  const user = userEvent.setup();
  await user.type(screen.getByLabelText('SKU 1'), 'MUG');
  await user.clear(screen.getByLabelText('Quantity 1'));
  await user.type(screen.getByLabelText('Quantity 1'), '10');
  await user.selectOptions(screen.getByLabelText('Region'), 'AK');
  await user.type(screen.getByLabelText('Postcode'), '99501');
  await user.click(screen.getByRole('button', { name: 'Try it' }));
  const shipping = await screen.findByRole('table', { name: 'Shipping' });
  expect(asked.find(({ method }) => method === 'POST')).toMatchObject({
    path: '/api/v1/pricing/try',
    body: { place: { country: 'US', region: 'AK', postcode: '99501' }, articles: [{ sku: 'MUG', quantity: 10 }], exempt: false },
  });
  screen.getByText('PEN-X has no price, and counts as 0 here.');
  screen.getByText('Zone Alaska and Hawaii: the postcode begins with 995');
  const rows = within(shipping)
    .getAllByRole('row')
    .map((row) => row.textContent);
  expect(rows[1]).toMatch(/Air.*by weight, up to .*\$29\.90.*no tax on shipping here.*\$78\.73/);
  expect(rows[2]).toMatch(/Letter.*does not serve: heavier than/);
  const tax = screen.getByRole('table', { name: 'Tax' }).textContent;
  expect(tax).toMatch(/State 4%Alaska\$1\.80.*City 4\.5%postcode 995…\$2\.03.*no rate of this place is for this category.*\$3\.83/);
});

test('a whole postcode gives its region, which goes with it; a region that was chosen stays', async () => {
  answering(() => ({ body: { items: [], nextCursor: null } }));
  renderScreen(<TryPricing />);
  const user = userEvent.setup();
  const region = screen.getByLabelText<HTMLSelectElement>('Region');
  const postcode = screen.getByLabelText('Postcode');
  await user.type(postcode, '9410');
  expect(region.value).toBe('');
  screen.getByText('Without a region, zones and rates of a region do not count.');
  await user.type(postcode, '3');
  expect(region.value).toBe('CA');
  expect(screen.queryByText('Without a region, zones and rates of a region do not count.')).toBeNull();
  await user.clear(postcode);
  await user.type(postcode, '10001');
  expect(region.value).toBe('NY');
  await user.selectOptions(region, 'NJ');
  await user.clear(postcode);
  await user.type(postcode, '94103');
  expect(region.value).toBe('NJ');
  await user.clear(screen.getByLabelText('Country'));
  await user.type(screen.getByLabelText('Country'), 'Canada');
  await user.clear(postcode);
  await user.type(postcode, 'm5v 3l9');
  expect(screen.getByLabelText<HTMLSelectElement>('Region').value).toBe('ON');
});

test('nothing in the cart is said, and asks nobody; an unknown SKU stands at its row', async () => {
  const errors = [{ pointer: '/articles/0/sku', message: 'There is no product with the SKU NONE.' }];
  const refused = { type: 'about:blank', title: 'Invalid', status: 422, code: 'request.invalid', requestId: 'r', errors };
  const asked = answering(({ method }) => (method === 'POST' ? { status: 422, body: refused } : { body: { items: [], nextCursor: null } }));
  renderScreen(<TryPricing />);
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Try it' }));
  expect(screen.getByRole('alert').textContent).toBe('Say what is in the cart.');
  expect(asked).toEqual([]);
  // An empty row before it is none: the server counts only those it gets.
  await user.click(screen.getByRole('button', { name: 'Add article' }));
  await user.type(screen.getByLabelText('SKU 2'), 'NONE');
  await user.click(screen.getByRole('button', { name: 'Try it' }));
  await screen.findByText('There is no product with the SKU NONE.');
  expect(screen.getByLabelText('SKU 2').getAttribute('aria-invalid')).toBe('true');
  expect(screen.getByLabelText('SKU 1').getAttribute('aria-invalid')).not.toBe('true');
});
