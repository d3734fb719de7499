import type { Letterhead, Settings } from '@backdesk/contract/settings/schema.ts';
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { answering, renderScreen } from '../../../../test/answering.tsx';
import { LetterheadPanel } from './letterhead-panel.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const settings = { version: 7, name: 'Ridgeline Print', country: 'US', accent: '#0d5c68', paper: 'letter' } as Settings;
const empty: Letterhead = {
  ...{ version: 7, legalName: '', taxId: '', phone: '', email: '', terms: '', paymentTerms: '', depositPpm: null, pictures: false },
  ...{ address: null, logo: null },
};

test('entered once: how it looks and what is said are saved together, on the version that saving the look made', async () => {
  const asked = answering(({ method, path, body }) => {
    if (path === '/api/v1/settings') return { body: { ...settings, ...(body as object), version: 8 } };
    return { body: method === 'PUT' ? { ...empty, version: 9, legalName: 'Ridgeline LLC', terms: 'Net 30' } : empty };
  });
  renderScreen(<LetterheadPanel settings={settings} />);
  await screen.findByText('Nothing entered');
  fireEvent.click(screen.getByRole('button', { name: 'Edit what stands on estimates' }));
  const fill = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
  fill('Legal name', 'Ridgeline LLC');
  fill('Terms', 'Net 30');
  fill('Color', '#7a2e12');
  fireEvent.click(screen.getByLabelText('Show an address'));
  fireEvent.click(screen.getByText('Save'));
  // An address that is begun has to be whole: nothing is sent before.
  expect(screen.getByLabelText('City').getAttribute('aria-invalid')).toBe('true');
  expect(asked.filter(({ method }) => method !== 'GET')).toEqual([]);
  fireEvent.click(screen.getByLabelText('Show an address'));
  fireEvent.click(screen.getByText('Save'));
  await screen.findByText('Ridgeline LLC');
  expect(asked.flatMap(({ method, body }) => (method === 'GET' ? [] : [[method, body]]))).toEqual([
    ['PATCH', { basedOn: 7, accent: '#7a2e12', paper: 'letter' }],
    ['PUT', expect.objectContaining({ basedOn: 8, legalName: 'Ridgeline LLC', terms: 'Net 30', address: null, logoFileId: null })],
  ]);
});

test('who may not change settings reads it', async () => {
  answering(() => ({ body: { ...empty, terms: 'Net 30' } }));
  renderScreen(<LetterheadPanel settings={settings} />, ['order:read', 'settings:read']);
  await screen.findByText('Net 30');
  expect(screen.queryByRole('button', { name: 'Edit what stands on estimates' })).toBeNull();
});
