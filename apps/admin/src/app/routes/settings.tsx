import { mailStates } from '@backdesk/contract/outbox/mail-states.ts';
import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { readListSearch } from '../../lib/list-search.ts';
import { deskRoute } from '../desk-route.tsx';

export const settingsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/settings',
  component: lazyRouteComponent(() => import('../../features/settings/settings-layout.tsx'), 'SettingsLayout'),
});

export const settingsHomeRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/',
  beforeLoad: ({ context }) => {
    const opensStore = context.session.permissions.includes('settings:read');
    throw redirect({ to: opensStore ? '/settings/account' : '/settings/sign-in', replace: true });
  },
});

export const accountSettingsRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/account',
  component: lazyRouteComponent(() => import('../../features/settings/account-page.tsx'), 'AccountPage'),
});

export const taxRatesRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/tax-rates',
  component: lazyRouteComponent(() => import('../../features/settings/tax/tax-rates-page.tsx'), 'TaxPage'),
});

export const shippingZonesRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/shipping-zones',
  component: lazyRouteComponent(() => import('../../features/settings/shipping/shipping-zones-page.tsx'), 'ShippingPage'),
});

export const customFieldsRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/custom-fields',
  component: lazyRouteComponent(() => import('../../features/settings/custom-fields/custom-fields-page.tsx'), 'CustomFieldsPage'),
});

export const priceRolesRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/price-roles',
  component: lazyRouteComponent(() => import('../../features/settings/price-roles/price-roles-page.tsx'), 'PriceRolesPage'),
});

export const discountsRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/discounts',
  component: lazyRouteComponent(() => import('../../features/settings/discounts/discounts-page.tsx'), 'DiscountsPage'),
});

export const apiKeysRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/api-keys',
  component: lazyRouteComponent(() => import('../../features/settings/api-keys-page.tsx'), 'ApiKeysPage'),
});

export const mailsRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/mails',
  component: lazyRouteComponent(() => import('../../features/settings/mails/mails-page.tsx'), 'MailsPage'),
});

export const outboxRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/outbox',
  validateSearch: readOutboxSearch,
  loader: () => OutboxPage.preload?.(),
  component: OutboxRoute,
});

function readOutboxSearch(search: Record<string, unknown>) {
  const state = mailStates.find((each) => each === search.state);
  return { ...readListSearch(search), ...(typeof search.mail === 'string' && { mail: search.mail }), ...(state && { state }) };
}

const OutboxPage = lazyRouteComponent(() => import('../../features/settings/outbox-page.tsx'), 'OutboxPage');

function OutboxRoute() {
  return <OutboxPage search={outboxRoute.useSearch()} />;
}

export const importRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/import',
  validateSearch: (search: Record<string, unknown>): { readonly run?: string } => (typeof search.run === 'string' ? { run: search.run } : {}),
  loader: () => ImportPage.preload?.(),
  component: ImportRoute,
});

const ImportPage = lazyRouteComponent(() => import('../../features/settings/import/import-page.tsx'), 'ImportPage');

function ImportRoute() {
  return <ImportPage run={importRoute.useSearch().run} />;
}
export const staffRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/staff',
  component: lazyRouteComponent(() => import('../../features/settings/staff/staff-page.tsx'), 'StaffPage'),
});

export const signInSettingsRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('../../features/settings/sign-in/sign-in-settings-page.tsx'), 'SignInSettingsPage'),
});
