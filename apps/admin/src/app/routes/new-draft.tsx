import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { NotAllowed } from '../../components/not-allowed.tsx';
import { useMay } from '../../lib/session.tsx';
import { deskRoute } from '../desk-route.tsx';

export const newDraftRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/orders/drafts/new',
  component: NewDraftRoute,
});

const NewDraftPage = lazyRouteComponent(() => import('../../features/new-draft/new-draft-page.tsx'), 'NewDraftPage');

function NewDraftRoute() {
  return useMay('order:write') ? <NewDraftPage /> : <NotAllowed isPage />;
}
