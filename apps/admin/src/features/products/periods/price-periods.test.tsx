import type { PricePeriodJson } from '@backdesk/contract/catalog/price-periods.ts';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { aProduct as product } from '../../../../test/a-product.ts';
import { answering, renderScreen } from '../../../../test/answering.tsx';
import { PricePeriods } from './price-periods.tsx';

vi.setConfig({ testTimeout: 20_000 });

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const goldId = '01900000-0000-7000-8000-0000000000b1';
const roles = { items: [{ roleId: goldId, roleName: 'Gold', version: 1, breaks: [], variantCount: 0 }] };
const december: PricePeriodJson = {
  variantId: null,
  roleId: null,
  roleName: null,
  validFrom: '2026-12-01',
  validUntil: '2026-12-24',
  breaks: [
    { quantity: 1, extendedPrice: '8' },
    { quantity: 12, extendedPrice: '84' },
  ],
  state: 'coming',
};

function open(periods: readonly PricePeriodJson[], mayWrite = true, refused?: object) {
  const asked = answering(({ method, path }) => {
    if (path.endsWith('/price-roles')) return { body: roles };
    if (method === 'PUT' && refused !== undefined) return { status: 422, body: refused };
    return { body: { version: 7, items: periods } };
  });
  renderScreen(<PricePeriods product={product} mayWrite={mayWrite} />);
  return {
    put: () => asked.find(({ method }) => method === 'PUT'),
    edit: async () => {
      const button = await screen.findByRole('button', { name: 'Edit prices by date' });
      await waitFor(() => expect((button as HTMLButtonElement).disabled).toBe(false));
      fireEvent.click(button);
    },
  };
}
const type = (label: string, at: number, value: string) => {
  const field = screen.getAllByLabelText(label)[at];
  if (field === undefined) throw new Error(`no ${label} ${at}`);
  fireEvent.change(field, { target: { value } });
};
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

test('each period with its days, who pays it, what each costs and whether it holds today', async () => {
  open([december, { ...december, roleId: goldId, roleName: 'Gold', validFrom: null, validUntil: '2026-11-30', state: 'now' }], false);
  await screen.findAllByText('12+ at 7.00');
  const rows = screen
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.textContent);
  expect(rows[0]).toMatch(/Dec 1.* – Dec 24.*to come.*everybody.*1\+ at 8\.00.*12\+ at 7\.00/);
  expect(rows[1]).toMatch(/until Nov 30.*in force today.*Gold/);
  expect(screen.queryByRole('button')).toBeNull();
});

test('a period is added for a role; without a day or a price nothing is sent', async () => {
  const { put, edit } = open([december]);
  await edit();
  press('Add a period');
  press('Save');
  await screen.findByText('Enter a first or a last day.');
  expect(screen.getByText('Enter an amount.')).not.toBeNull();
  expect(put()).toBeUndefined();
  type('First day', 1, '2027-01-01');
  type('Together', 2, '9');
  await waitFor(() => expect(screen.getAllByRole('option', { name: 'Gold' })).toHaveLength(2));
  type('For', 1, goldId);
  press('Save');
  await waitFor(() =>
    expect(put()?.body).toEqual({
      basedOn: 7,
      periods: [
        { variantId: null, roleId: null, validFrom: '2026-12-01', validUntil: '2026-12-24', breaks: december.breaks },
        { variantId: null, roleId: goldId, validFrom: '2027-01-01', validUntil: null, breaks: [{ quantity: 1, extendedPrice: '9' }] },
      ],
    }),
  );
});

test('what overlaps is told at its first day, and what was typed stays', async () => {
  const message = 'overlaps the period 2026-12-01 to 2026-12-24 for the same variant and role: they must not share a day';
  const errors = [{ pointer: '/periods/1/validFrom', message }];
  const { edit } = open([december], true, { type: 'x', title: 'Invalid', status: 422, code: 'request.invalid', requestId: 'r', errors });
  await edit();
  press('Add a period');
  type('First day', 1, '2026-12-24');
  type('Together', 2, '9');
  press('Save');
  await screen.findByText(message);
  expect((screen.getAllByLabelText('First day')[1] as HTMLInputElement).value).toBe('2026-12-24');
});

test('a product without any says what a period is for', async () => {
  open([]);
  await screen.findByText(/Each price holds on every day/);
});
