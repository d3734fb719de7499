import type { UnitListJson } from '@backdesk/contract/settings/schema.ts';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { answering, renderScreen } from '../../../../test/answering.tsx';
import { UnitsPanel } from './units-panel.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const list: UnitListJson = {
  version: 7,
  items: [
    { name: 'case', pieces: 12, active: true },
    { name: 'box', pieces: null, active: true },
    { name: 'roll', pieces: null, active: false },
  ],
};

test('units are renamed, put in order, switched off and added in one panel, and saved as one list', async () => {
  const asked = answering(({ method, body }) => ({ body: method === 'PUT' ? { version: 8, items: (body as UnitListJson).items } : list }));
  renderScreen(<UnitsPanel />);
  expect((await screen.findAllByRole('listitem')).map(({ textContent }) => textContent)).toEqual(['case of 12', 'box']);
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Edit the units' }));
  const panel = within(screen.getByRole('dialog', { name: 'Units' }));
  fireEvent.keyDown(panel.getByRole('button', { name: 'Place of box' }), { key: 'ArrowUp' });
  await user.click(panel.getByRole('checkbox', { name: 'Offer roll' }));
  await user.click(panel.getByRole('button', { name: 'Add a unit' }));
  await user.click(panel.getByRole('button', { name: 'Save' }));
  expect(panel.getByText('Needed')).toBeTruthy();
  await user.type(panel.getByLabelText('Unit 4'), 'sleeve');
  await user.type(panel.getByLabelText('Pieces in one sleeve'), '30');
  await user.click(panel.getByRole('button', { name: 'Remove case' }));
  await user.click(panel.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(['box', 'roll', 'sleeve of 30']));
  expect(asked.filter(({ method }) => method === 'PUT').map(({ body }) => body)).toEqual([
    {
      basedOn: 7,
      items: [
        { name: 'box', pieces: null, active: true },
        { name: 'roll', pieces: null, active: true },
        { name: 'sleeve', pieces: 30, active: true },
      ],
    },
  ]);
});

test('who may not change settings reads them', async () => {
  answering(() => ({ body: list }));
  renderScreen(<UnitsPanel />, ['order:read', 'catalog:read', 'settings:read']);
  await screen.findByText('case of 12');
  expect(screen.queryByRole('button', { name: 'Edit the units' })).toBeNull();
});
