import type { Session } from '@backdesk/contract/session/schema.ts';
import type { IconName } from '@backdesk/ui/icons/icon.tsx';
import type { LinkProps } from '@tanstack/react-router';
import { t } from './desk-pages-texts.ts';

export type DeskPage = {
  readonly to: NonNullable<LinkProps['to']>;
  readonly label: string;
  readonly icon: IconName;
  /** Where it stands: in the menu's groups, inside one of their pages, or among the parts of Settings. */
  readonly place: 'orders' | 'store' | 'within' | 'settings';
  /** What its reader needs, all of it; none: every person of the store. */
  readonly needs: readonly Session['permissions'][number][];
};

/** Every page that is reached without choosing a thing first: the menu, the parts of Settings and the palette all read this list. */
export const deskPages = [
  { to: '/orders/drafts', label: t.drafts(), icon: 'tray', place: 'orders', needs: [] },
  { to: '/orders/pending', label: t.pending(), icon: 'stamp', place: 'orders', needs: [] },
  { to: '/orders/submitted', label: t.submitted(), icon: 'check', place: 'orders', needs: [] },
  { to: '/customers', label: t.customers(), icon: 'user', place: 'store', needs: [] },
  { to: '/customers/companies', label: t.companies(), icon: 'store', place: 'within', needs: [] },
  { to: '/products', label: t.products(), icon: 'box', place: 'store', needs: [] },
  { to: '/products/categories', label: t.categories(), icon: 'rows', place: 'within', needs: [] },
  { to: '/settings', label: t.settings(), icon: 'cog', place: 'store', needs: [] },
  { to: '/settings/account', label: t.account(), icon: 'store', place: 'settings', needs: ['settings:read'] },
  { to: '/settings/tax-rates', label: t.taxRates(), icon: 'percent', place: 'settings', needs: ['settings:read'] },
  { to: '/settings/shipping-zones', label: t.shippingZones(), icon: 'truck', place: 'settings', needs: ['settings:read'] },
  { to: '/settings/import', label: t.import(), icon: 'tray', place: 'settings', needs: ['settings:read'] },
  { to: '/settings/staff', label: t.staff(), icon: 'user', place: 'settings', needs: ['settings:read', 'staff:write'] },
  { to: '/settings/custom-fields', label: t.customFields(), icon: 'rows', place: 'settings', needs: ['settings:read'] },
  { to: '/settings/price-roles', label: t.priceRoles(), icon: 'percent', place: 'settings', needs: ['settings:read'] },
  { to: '/settings/discounts', label: t.discounts(), icon: 'percent', place: 'settings', needs: ['settings:read'] },
  { to: '/settings/api-keys', label: t.apiKeys(), icon: 'key', place: 'settings', needs: ['settings:read'] },
  { to: '/settings/mails', label: t.mails(), icon: 'mail', place: 'settings', needs: ['settings:read'] },
  { to: '/settings/outbox', label: t.outbox(), icon: 'mail', place: 'settings', needs: ['settings:read'] },
  // What belongs to the person is open to all.
  { to: '/settings/sign-in', label: t.yourSignIn(), icon: 'key', place: 'settings', needs: [] },
] as const satisfies readonly DeskPage[];

/** The pages that a person with these permissions may open. */
export function pagesFor(permissions: Session['permissions']): readonly DeskPage[] {
  return deskPages.filter(({ needs }) => needs.every((needed) => permissions.includes(needed)));
}
