import { ToastProvider } from '@backdesk/ui/feedback/toast.tsx';
import { AnnouncerProvider } from '@backdesk/ui/text/announcer.tsx';
import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, Outlet } from '@tanstack/react-router';
import { NotFound } from '../components/not-found.tsx';
import { RouteError } from './shell/route-error.tsx';
import { t } from './shell/texts.ts';

export type RouterContext = { readonly queryClient: QueryClient };

export const rootRoute = createRootRouteWithContext<RouterContext>()({
  component: Root,
  errorComponent: RouteError,
  notFoundComponent: NotFound,
});

function Root() {
  return (
    <AnnouncerProvider>
      <ToastProvider closeLabel={t.close()}>
        <Outlet />
      </ToastProvider>
    </AnnouncerProvider>
  );
}
