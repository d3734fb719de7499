import { createRoute } from '@tanstack/react-router';
import { NotAllowed } from '../../components/not-allowed.tsx';
import { useMay } from '../../lib/session.tsx';
import { deskRoute } from '../desk-route.tsx';
import { NewDraftPage } from '../order-pages.ts';

export const newDraftRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/orders/drafts/new',
  loader: () => NewDraftPage.preload?.(),
  component: NewDraftRoute,
});

function NewDraftRoute() {
  return useMay('order:write') ? <NewDraftPage /> : <NotAllowed isPage />;
}
