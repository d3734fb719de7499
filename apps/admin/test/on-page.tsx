// A page of the desk at an address of its own: its providers with a router in memory, so that links and going elsewhere can be seen.
import { ToastProvider } from '@backdesk/ui/feedback/toast.tsx';
import { createMemoryHistory, createRootRoute, createRoute, createRouter, Outlet, RouterProvider } from '@tanstack/react-router';
import { configure } from '@testing-library/react';
import type { ReactNode } from 'react';
import { renderScreen } from './answering.tsx';

// A busy machine draws a whole page in more than the second that is waited by itself.
configure({ asyncUtilTimeout: 15_000 });

// jsdom lays nothing out and scrolls nowhere.
window.scrollTo = () => undefined;

type Search = Readonly<Record<string, unknown>>;
/** By path of the router ("/customers/$customerId"): what stands there, given what its address holds. */
export type Pages = Readonly<Record<string, (at: { readonly params: Readonly<Record<string, string>>; readonly search: Search }) => ReactNode>>;

/** Shows the page of `address`; answers the router, whose state says where one is. */
export function renderPage(address: string, pages: Pages, may?: Parameters<typeof renderScreen>[1]) {
  const root = createRootRoute({ component: Outlet, notFoundComponent: () => <p>elsewhere</p> });
  const children = Object.entries(pages).map(([path, page]) => {
    const route = createRoute({
      getParentRoute: () => root,
      path,
      component: () => page({ params: route.useParams() as Readonly<Record<string, string>>, search: route.useSearch() as Search }),
    });
    return route;
  });
  const router = createRouter({ routeTree: root.addChildren(children), history: createMemoryHistory({ initialEntries: [address] }) });
  renderScreen(
    <ToastProvider closeLabel="Close">
      <RouterProvider router={router as never} />
    </ToastProvider>,
    may,
  );
  return router;
}

/** The same for one screen that stays, whatever page it is sent to. */
export function renderRouted(screen: ReactNode, { path = '/here', may }: { path?: string; may?: Parameters<typeof renderScreen>[1] } = {}) {
  return renderPage(path, { $: () => screen }, may);
}
