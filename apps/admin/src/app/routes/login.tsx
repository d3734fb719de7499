import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../root-route.tsx';

export type LoginSearch = { readonly to?: string };

export const loginRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/login',
  validateSearch: ({ to }: Record<string, unknown>): LoginSearch => (typeof to === 'string' ? { to } : {}),
  loader: () => SignInPage.preload?.(),
  component: LoginRoute,
});

const SignInPage = lazyRouteComponent(() => import('../../features/session/sign-in-page.tsx'), 'SignInPage');

function LoginRoute() {
  const { to } = loginRoute.useSearch();
  return <SignInPage returnTo={to} />;
}
