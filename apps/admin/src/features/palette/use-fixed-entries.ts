import { type LinkProps, useNavigate } from '@tanstack/react-router';
import { changeAppearance, useAppearance } from '../../lib/appearance.ts';
import { useMay } from '../../lib/session.tsx';
import type { Entry } from './entry.ts';
import { t } from './texts.ts';

/** Pages and actions: what is there without looking anything up, as far as the person may. */
export function useFixedEntries({ onShortcuts, onSignOut }: { onShortcuts: () => void; onSignOut: () => void }): readonly Entry[] {
  const navigate = useNavigate();
  const { rows } = useAppearance();
  const mayWrite = useMay('order:write');
  const maySet = useMay('settings:read');
  const goTo = (to: NonNullable<LinkProps['to']>) => () => void navigate({ to });
  const page = (id: string, label: string, icon: Entry['icon'], to: Parameters<typeof goTo>[0]): Entry => ({
    id,
    group: t.goTo(),
    label,
    icon,
    run: goTo(to),
  });
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
    page('drafts', t.drafts(), 'tray', '/orders/drafts'),
    page('pending', t.pending(), 'stamp', '/orders/pending'),
    page('submitted', t.submitted(), 'check', '/orders/submitted'),
    page('customers', t.customers(), 'user', '/customers'),
    page('products', t.products(), 'box', '/products'),
    ...(maySet
      ? [
          page('settings', t.page(t.account()), 'store', '/settings/account'),
          page('tax', t.page(t.taxRates()), 'percent', '/settings/tax-rates'),
          page('zones', t.page(t.zones()), 'truck', '/settings/shipping-zones'),
          page('keys', t.page(t.keys()), 'key', '/settings/api-keys'),
          page('outbox', t.page(t.outbox()), 'mail', '/settings/outbox'),
        ]
      : []),
    action('shortcuts', t.shortcuts(), 'keyboard', onShortcuts, '?'),
    action('rows', t.rows(), 'rows', () => changeAppearance({ rows: rows === 'compact' ? 'comfortable' : 'compact' })),
    action('light', t.light(), 'sun', () => changeAppearance({ theme: 'light' })),
    action('dark', t.dark(), 'moon', () => changeAppearance({ theme: 'dark' })),
    action('system', t.system(), 'monitor', () => changeAppearance({ theme: 'system' })),
    action('sign-out', t.signOut(), 'sign-out', onSignOut),
  ];
}
