import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { deskRoute } from '../desk-route.tsx';

export const revisionRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/orders/$orderId/estimates/$revision',
  loader: () => RevisionPage.preload?.(),
  component: RevisionRoute,
});

const RevisionPage = lazyRouteComponent(() => import('../../features/revisions/revision-page.tsx'), 'RevisionPage');

function RevisionRoute() {
  const { orderId, revision } = revisionRoute.useParams();
  return <RevisionPage key={`${orderId} ${revision}`} orderId={orderId} number={Number(revision)} />;
}
