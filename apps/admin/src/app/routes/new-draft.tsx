import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { deskRoute } from '../desk-route.tsx';

export const newDraftRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/orders/drafts/new',
  component: lazyRouteComponent(() => import('../../features/new-draft/new-draft-page.tsx'), 'NewDraftPage'),
});
