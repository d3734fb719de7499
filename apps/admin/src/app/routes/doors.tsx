import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../root-route.tsx';

// Pages in front of the sign-in, each behind a link of a mail or of the sign-in page.

export const forgotRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/forgot',
  component: lazyRouteComponent(() => import('../../features/session/forgot-page.tsx'), 'ForgotPage'),
});

const ResetPage = lazyRouteComponent(() => import('../../features/session/reset-page.tsx'), 'ResetPage');
export const resetRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reset/$token',
  loader: () => ResetPage.preload?.(),
  component: ResetRoute,
});

function ResetRoute() {
  return <ResetPage token={resetRoute.useParams().token} />;
}

const InvitePage = lazyRouteComponent(() => import('../../features/session/invite-page.tsx'), 'InvitePage');
export const inviteRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/invite/$token',
  loader: () => InvitePage.preload?.(),
  component: InviteRoute,
});

function InviteRoute() {
  return <InvitePage token={inviteRoute.useParams().token} />;
}
