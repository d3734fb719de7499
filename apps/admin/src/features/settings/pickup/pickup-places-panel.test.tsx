import { cleanup, fireEvent, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { answering, renderScreen } from '../../../../test/answering.tsx';
import { PickupPlacesPanel } from './pickup-places-panel.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const address = { name: '', company: '', line1: '175 Van Dyke Street', line2: '', city: 'Brooklyn', region: 'NY', postcode: '11231', country: 'US', phone: '' };
const place = { id: '01900000-0000-7000-8000-0000000000b1', version: 1, name: 'Red Hook warehouse', address, hours: 'Mon to Fri', active: true };

test('none yet, then one with its address: what is missing is said before anything is sent', async () => {
  const places: object[] = [];
  const asked = answering(({ method, body }) => {
    if (method === 'POST') places.push({ ...place, ...(body as object) });
    return { body: method === 'POST' ? places[0] : { items: places, nextCursor: null } };
  });
  renderScreen(<PickupPlacesPanel />);
  // Whole values at once: each keystroke would draw a list of all countries again.
  const fill = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
  const press = (text: string) => fireEvent.click(screen.getByText(text));
  await screen.findByText(/No pickup place yet/);
  press('Add pickup place');
  fill('Name of the place', 'Red Hook warehouse');
  press('Save');
  expect(asked.filter(({ method }) => method === 'POST')).toEqual([]);
  expect(screen.getByLabelText('City').getAttribute('aria-invalid')).toBe('true');
  fill('Address', '175 Van Dyke Street');
  fill('City', 'Brooklyn');
  fill('State', 'NY');
  fill('ZIP code', '11231');
  press('Save');
  await screen.findByText('175 Van Dyke Street, Brooklyn, NY 11231');
  expect(asked.find(({ method }) => method === 'POST')?.body).toMatchObject({ name: 'Red Hook warehouse', active: true, address: { region: 'NY' } });
});

test('who may not change settings reads them; what fails to load offers another try', async () => {
  let isDown = true;
  answering(() =>
    isDown
      ? { status: 500, body: { type: 'x', title: 'Down', status: 500, code: 'internal_error', requestId: 'r' } }
      : { body: { items: [place], nextCursor: null } },
  );
  renderScreen(<PickupPlacesPanel />, ['order:read', 'settings:read']);
  const again = await screen.findByRole('button', { name: /again/ });
  isDown = false;
  await userEvent.setup().click(again);
  await screen.findByText('Red Hook warehouse');
  expect(screen.queryByRole('button', { name: /Edit|Add/ })).toBeNull();
});
