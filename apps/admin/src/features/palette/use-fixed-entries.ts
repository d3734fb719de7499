import { type LinkProps, useNavigate } from '@tanstack/react-router';
import { changeAppearance, useAppearance } from '../../lib/appearance.ts';
import { pagesFor } from '../../lib/desk-pages.ts';
import { useSession } from '../../lib/session.tsx';
import type { Entry } from './entry.ts';
import { t } from './texts.ts';

/** Pages and actions: what is there without looking anything up, as far as the person may. */
export function useFixedEntries({ onShortcuts, onSignOut }: { onShortcuts: () => void; onSignOut: () => void }): readonly Entry[] {
  const navigate = useNavigate();
  const { rows } = useAppearance();
  const { permissions } = useSession();
  const mayWrite = permissions.includes('order:write');
  const goTo = (to: NonNullable<LinkProps['to']>) => () => void navigate({ to });
  const action = (id: string, label: string, icon: Entry['icon'], run: () => void, keyHint?: string): Entry => ({
    id,
    group: t.actions(),
    label,
    icon,
    run,
    ...(keyHint && { keyHint }),
  });
  return [
    ...(mayWrite ? [action('new-draft', t.newDraft(), 'plus', goTo('/orders/drafts/new'), 'N')] : []),
    ...pagesFor(permissions).map(
      ({ to, label, icon, place }): Entry => ({ id: to, group: t.goTo(), label: place === 'settings' ? t.page(label) : label, icon, run: goTo(to) }),
    ),
    action('shortcuts', t.shortcuts(), 'keyboard', onShortcuts, '?'),
    action('rows', t.rows(), 'rows', () => changeAppearance({ rows: rows === 'compact' ? 'comfortable' : 'compact' })),
    action('light', t.light(), 'sun', () => changeAppearance({ theme: 'light' })),
    action('dark', t.dark(), 'moon', () => changeAppearance({ theme: 'dark' })),
    action('system', t.system(), 'monitor', () => changeAppearance({ theme: 'system' })),
    action('sign-out', t.signOut(), 'sign-out', onSignOut),
  ];
}
