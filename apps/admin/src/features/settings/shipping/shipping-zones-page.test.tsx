import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { answering, renderScreen } from '../../../../test/answering.tsx';
import { ShippingPage } from './shipping-zones-page.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const zone = (at: number) => ({
  id: `01900000-0000-7000-8000-${String(at).padStart(12, '0')}`,
  version: 1,
  name: `Zone ${at}`,
  areas: [{ country: at === 7 ? 'DE' : 'US', regions: [], postcodes: [String(10_000 + at)] }],
  rates: [],
});

function open(count: number) {
  answering(({ path }) => ({ body: { items: path.includes('/shipping-zones') ? Array.from({ length: count }, (_, at) => zone(at)) : [], nextCursor: null } }));
  renderScreen(<ShippingPage />);
  return userEvent.setup();
}

const zonesShown = () => screen.queryAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent);

test('forty zones are narrowed by any word of theirs, and all come back by one press', async () => {
  const user = open(40);
  const field = await screen.findByLabelText('Find a shipping zone');
  await user.type(field, 'zone germany');
  expect(screen.getByText('1 of 40')).toBeTruthy();
  expect(zonesShown()).toEqual([expect.stringContaining('Zone 7')]);
  await user.type(field, ' nowhere');
  expect(zonesShown()).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Show all' }));
  expect(zonesShown()).toHaveLength(40);
});

test('a few zones need no field', async () => {
  open(3);
  await screen.findByRole('heading', { level: 3, name: /Zone 2/ });
  expect(screen.queryByLabelText('Find a shipping zone')).toBeNull();
});
