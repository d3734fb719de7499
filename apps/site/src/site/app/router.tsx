import { FileUploadsProvider } from '@backdesk/ordering/files/file-uploads.tsx';
import { ToastProvider } from '@backdesk/ui/feedback/toast.tsx';
import { FormatProvider } from '@backdesk/ui/format/use-format.tsx';
import { AnnouncerProvider } from '@backdesk/ui/text/announcer.tsx';
import type { QueryClient } from '@tanstack/react-query';
import { useSuspenseQuery } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent, type RouterHistory, redirect } from '@tanstack/react-router';
import { ProductsPage } from '../catalogue/products-page.tsx';
import { Failed, NotFound } from '../components/page-states.tsx';
import { t } from '../components/texts.ts';
import type { Search } from '../lib/catalogue-queries.ts';
import { SessionProvider, sessionQuery } from '../lib/session.tsx';
import { siteFiles } from '../lib/site-files.ts';
import { AddingProvider } from '../lib/use-adding.tsx';
import { Shell } from './shell.tsx';

type SiteContext = { readonly queryClient: QueryClient };

/** Pages that are there to come in by. */
const doors = /^\/(login|register|forgot|password)(\/|$)/;

const rootRoute = createRootRouteWithContext<SiteContext>()({
  beforeLoad: async ({ context, location }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery());
    const mustSignIn = session.signIn === 'all_pages' && session.customer === null && !doors.test(location.pathname);
    if (mustSignIn) throw redirect({ to: '/login', search: { to: location.href } });
  },
  component: Root,
  errorComponent: Failed,
  notFoundComponent: NotFound,
});

function Root() {
  const { data: session } = useSuspenseQuery(sessionQuery());
  return (
    <FormatProvider settings={session.account}>
      <SessionProvider session={session}>
        <AnnouncerProvider>
          <FileUploadsProvider uploads={siteFiles}>
            <ToastProvider closeLabel={t.close()}>
              <AddingProvider>
                <Shell />
              </AddingProvider>
            </ToastProvider>
          </FileUploadsProvider>
        </AnnouncerProvider>
      </SessionProvider>
    </FormatProvider>
  );
}

const to = ({ to: where }: Record<string, unknown>): { readonly to?: string } => (typeof where === 'string' && /^\/(?!\/)/.test(where) ? { to: where } : {});
const under = () => rootRoute;

const homeRoute = createRoute({
  getParentRoute: under,
  path: '/',
  validateSearch: ({ q, category, inStock }: Record<string, unknown>): Search => ({
    ...(typeof q === 'string' && q !== '' && { q }),
    ...(typeof category === 'string' && category !== '' && { category }),
    ...(inStock === true && { inStock }),
  }),
  component: function Home() {
    return <ProductsPage search={homeRoute.useSearch()} />;
  },
});

// Each page is there before it is shown: nothing stands in its place meanwhile, and one that was drawn ahead is replaced by the same.
const ProductRoutePage = lazyRouteComponent(() => import('../catalogue/site-product-page.tsx'), 'SiteProductPage');
const productRoute = createRoute({
  getParentRoute: under,
  path: '/products/$code',
  loader: () => ProductRoutePage.preload?.(),
  component: function Product() {
    const { code } = productRoute.useParams();
    return <ProductRoutePage key={code} code={code} />;
  },
});

const cartRoute = createRoute({ getParentRoute: under, path: '/cart', component: lazyRouteComponent(() => import('../cart/cart-page.tsx'), 'CartPage') });

const CheckoutPage = lazyRouteComponent(() => import('../checkout/checkout-page.tsx'), 'CheckoutPage');
const checkoutRoute = createRoute({
  getParentRoute: under,
  path: '/checkout/$step',
  loader: () => CheckoutPage.preload?.(),
  component: function Checkout() {
    return <CheckoutPage step={checkoutRoute.useParams().step} />;
  },
});

const LoginPage = lazyRouteComponent(() => import('../door/login-page.tsx'), 'LoginPage');
const loginRoute = createRoute({
  getParentRoute: under,
  path: '/login',
  validateSearch: to,
  loader: () => LoginPage.preload?.(),
  component: function Login() {
    return <LoginPage returnTo={loginRoute.useSearch().to} />;
  },
});
const registerRoute = createRoute({
  getParentRoute: under,
  path: '/register',
  component: lazyRouteComponent(() => import('../door/register-page.tsx'), 'RegisterPage'),
});
const forgotRoute = createRoute({
  getParentRoute: under,
  path: '/forgot',
  component: lazyRouteComponent(() => import('../door/forgot-page.tsx'), 'ForgotPage'),
});
const PasswordPage = lazyRouteComponent(() => import('../door/password-page.tsx'), 'PasswordPage');
const passwordRoute = createRoute({
  getParentRoute: under,
  path: '/password/$token',
  loader: () => PasswordPage.preload?.(),
  component: function Password() {
    return <PasswordPage token={passwordRoute.useParams().token} />;
  },
});

const SharedCartPage = lazyRouteComponent(() => import('../shared/shared-cart-page.tsx'), 'SharedCartPage');
const sharedRoute = createRoute({
  getParentRoute: under,
  path: '/shared/$token',
  loader: () => SharedCartPage.preload?.(),
  component: function Shared() {
    const { token } = sharedRoute.useParams();
    return <SharedCartPage key={token} token={token} />;
  },
});

const accountRoute = createRoute({
  getParentRoute: under,
  path: '/account',
  beforeLoad: async ({ context, location }) => {
    const { customer } = await context.queryClient.ensureQueryData(sessionQuery());
    if (customer === null) throw redirect({ to: '/login', search: { to: location.href } });
  },
  component: lazyRouteComponent(() => import('../account/account-layout.tsx'), 'AccountLayout'),
});
const ofAccount = () => accountRoute;
const overviewRoute = createRoute({
  getParentRoute: ofAccount,
  path: '/',
  component: lazyRouteComponent(() => import('../account/profile-page.tsx'), 'ProfilePage'),
});
const ordersRoute = createRoute({
  getParentRoute: ofAccount,
  path: '/orders',
  component: lazyRouteComponent(() => import('../account/orders-page.tsx'), 'OrdersPage'),
});
const OrderPage = lazyRouteComponent(() => import('../account/order-page.tsx'), 'OrderPage');
const orderRoute = createRoute({
  getParentRoute: ofAccount,
  path: '/orders/$id',
  loader: () => OrderPage.preload?.(),
  component: function OneOrder() {
    return <OrderPage id={orderRoute.useParams().id} />;
  },
});
const estimatesRoute = createRoute({
  getParentRoute: ofAccount,
  path: '/estimates',
  component: lazyRouteComponent(() => import('../account/estimates-page.tsx'), 'EstimatesPage'),
});
const savedRoute = createRoute({
  getParentRoute: ofAccount,
  path: '/saved-carts',
  component: lazyRouteComponent(() => import('../account/saved-carts-page.tsx'), 'SavedCartsPage'),
});
const SavedCartPage = lazyRouteComponent(() => import('../account/saved-cart-page.tsx'), 'SavedCartPage');
const savedCartRoute = createRoute({
  getParentRoute: ofAccount,
  path: '/saved-carts/$id',
  loader: () => SavedCartPage.preload?.(),
  component: function OneSavedCart() {
    return <SavedCartPage id={savedCartRoute.useParams().id} />;
  },
});
const addressesRoute = createRoute({
  getParentRoute: ofAccount,
  path: '/addresses',
  component: lazyRouteComponent(() => import('../account/addresses-page.tsx'), 'AddressesPage'),
});

const routeTree = rootRoute.addChildren([
  homeRoute,
  productRoute,
  cartRoute,
  checkoutRoute,
  loginRoute,
  registerRoute,
  forgotRoute,
  passwordRoute,
  sharedRoute,
  accountRoute.addChildren([overviewRoute, ordersRoute, orderRoute, estimatesRoute, savedRoute, savedCartRoute, addressesRoute]),
]);

/** `history`: a test's own instead of the browser's. */
export function createSiteRouter(queryClient: QueryClient, history?: RouterHistory) {
  return createRouter({
    routeTree,
    context: { queryClient },
    // Where a page is drawn ahead nobody scrolls, and the script for it would not be let run.
    scrollRestoration: typeof document !== 'undefined',
    defaultPreload: 'intent',
    ...(history !== undefined && { history }),
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createSiteRouter>;
  }
}
