// A screen that has links: in a router of its own that stays on whatever page it is sent to.
import type { Session } from '@backdesk/contract/session/schema.ts';
import { createMemoryHistory, createRootRoute, createRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { renderScreen } from './answering.tsx';

// jsdom lays nothing out and scrolls nowhere.
window.scrollTo = () => undefined;

/** Renders the screen at a path, and gives the router, so that a test can ask where it was sent. */
export function renderRouted(screen: ReactNode, { path = '/', may }: { path?: string; may?: Session['permissions'] } = {}) {
  const root = createRootRoute({ component: () => screen });
  const router = createRouter({
    routeTree: root.addChildren([createRoute({ getParentRoute: () => root, path: '$' })]),
    history: createMemoryHistory({ initialEntries: [path] }),
  });
  // The desk's own router is the registered one; this one stands in for it.
  renderScreen(<RouterProvider router={router as never} />, may);
  return router;
}
