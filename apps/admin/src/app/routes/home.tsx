import { createRoute, redirect } from '@tanstack/react-router';
import { deskRoute } from '../desk-route.tsx';

/** /admin opens where the day starts. */
export const homeRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/orders/drafts', replace: true });
  },
});
