import { SkeletonPage } from '@backdesk/ui/feedback/skeleton.tsx';
import type { QueryClient } from '@tanstack/react-query';
import { createRouter } from '@tanstack/react-router';
import { NotFound } from '../components/not-found.tsx';
import { deskRoute } from './desk-route.tsx';
import { rootRoute } from './root-route.tsx';
import { checkoutRoute } from './routes/checkout.tsx';
import { companiesRoute, companyRoute } from './routes/companies.tsx';
import { customerRoute } from './routes/customer.tsx';
import { customersRoute } from './routes/customers.tsx';
import { forgotRoute, inviteRoute, resetRoute } from './routes/doors.tsx';
import { draftsRoute } from './routes/drafts.tsx';
import { homeRoute } from './routes/home.tsx';
import { loginRoute } from './routes/login.tsx';
import { newDraftRoute } from './routes/new-draft.tsx';
import { orderRoute } from './routes/order.tsx';
import { pendingRoute } from './routes/pending.tsx';
import { productRoute } from './routes/product.tsx';
import { categoriesRoute, productsRoute } from './routes/products.tsx';
import { revisionRoute } from './routes/revision.tsx';
import {
  accountSettingsRoute,
  apiKeysRoute,
  customFieldsRoute,
  discountsRoute,
  importRoute,
  mailsRoute,
  outboxRoute,
  priceRolesRoute,
  settingsHomeRoute,
  settingsRoute,
  shippingZonesRoute,
  signInSettingsRoute,
  staffRoute,
  taxRatesRoute,
} from './routes/settings.tsx';
import { submittedRoute } from './routes/submitted.tsx';
import { unknownRoute } from './routes/unknown.tsx';
import { RouteError } from './shell/route-error.tsx';
import { t } from './shell/texts.ts';

const routeTree = rootRoute.addChildren([
  loginRoute,
  forgotRoute,
  resetRoute,
  inviteRoute,
  deskRoute.addChildren([
    homeRoute,
    draftsRoute,
    newDraftRoute,
    pendingRoute,
    submittedRoute,
    orderRoute,
    checkoutRoute,
    revisionRoute,
    customersRoute,
    customerRoute,
    companiesRoute,
    companyRoute,
    productsRoute,
    categoriesRoute,
    productRoute,
    unknownRoute,
    settingsRoute.addChildren([
      staffRoute,
      signInSettingsRoute,
      settingsHomeRoute,
      accountSettingsRoute,
      taxRatesRoute,
      shippingZonesRoute,
      importRoute,
      customFieldsRoute,
      apiKeysRoute,
      mailsRoute,
      outboxRoute,
      priceRolesRoute,
      discountsRoute,
    ]),
  ]),
]);

export function createDeskRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree,
    basepath: '/admin',
    context: { queryClient },
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    // A page that is there at once is shown without an empty one before it; one that is not says soon that it comes, and goes when it is there.
    defaultPendingMs: 250,
    defaultPendingMinMs: 0,
    defaultPendingComponent: () => <SkeletonPage label={t.loading()} />,
    defaultErrorComponent: RouteError,
    defaultNotFoundComponent: NotFound,
    scrollRestoration: true,
  });
}

export type DeskRouter = ReturnType<typeof createDeskRouter>;

declare module '@tanstack/react-router' {
  interface Register {
    router: DeskRouter;
  }
}
