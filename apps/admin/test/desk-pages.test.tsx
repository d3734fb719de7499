import { type Permission, permissions } from '@backdesk/domain/staff/permissions.ts';
import { QueryClient } from '@tanstack/react-query';
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { createDeskRouter } from '../src/app/router.tsx';
import { CommandPalette } from '../src/features/palette/command-palette.tsx';
import { SettingsLayout } from '../src/features/settings/settings-layout.tsx';
import { deskPages, pagesFor } from '../src/lib/desk-pages.ts';
import { renderRouted } from './on-page.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

// jsdom lays nothing out.
Element.prototype.scrollIntoView ??= () => undefined;

/** Pages that are no place to go to: doors before the sign-in, and what an action opens. */
const noPlaces = ['/', '/login', '/forgot', '/orders/drafts/new'];

test('every page of the desk that needs nothing chosen first is in the one list, and nothing else is', () => {
  const paths = Object.keys(createDeskRouter(new QueryClient()).routesByPath).map((path) => path.replace(/(.)\/$/, '$1'));
  const places = [...new Set(paths)].filter((path) => !path.includes('$') && !noPlaces.includes(path));
  expect(deskPages.map(({ to }) => to as string).toSorted()).toEqual(places.toSorted());
});

const nothing = () => undefined;

const readers: readonly (readonly [string, readonly Permission[]])[] = [
  ['an owner', permissions],
  ['who reads settings but no staff', ['settings:read']],
  ['who reads no settings', ['order:read']],
];

test.each(readers)('the palette leads %s to every page they may open, and Settings shows the same parts', async (_, may) => {
  renderRouted(<CommandPalette onClose={nothing} onShortcuts={nothing} onSignOut={nothing} />, { may: [...may] });
  const entries = within(await screen.findByRole('listbox')).getAllByRole('option');
  const labels = entries.map((entry) => entry.textContent);
  const pages = pagesFor([...may]);
  for (const { place, label } of pages) expect(labels).toContain(place === 'settings' ? `Settings › ${label}` : label);
  expect(labels.filter((label) => label.startsWith('Settings ›'))).toHaveLength(pages.filter(({ place }) => place === 'settings').length);
  cleanup();

  renderRouted(<SettingsLayout />, { path: '/settings/sign-in', may: [...may] });
  const links = within(await screen.findByRole('navigation', { name: 'Settings' })).getAllByRole('link');
  expect(links.map((link) => link.textContent)).toEqual(pages.filter(({ place }) => place === 'settings').map(({ label }) => label));
});
