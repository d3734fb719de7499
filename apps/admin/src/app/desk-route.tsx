import { forgetForms } from '@backdesk/ordering/editing/use-kept.ts';
import { FileUploadsProvider } from '@backdesk/ordering/files/file-uploads.tsx';
import { SkeletonPage } from '@backdesk/ui/feedback/skeleton.tsx';
import { FormatProvider } from '@backdesk/ui/format/use-format.tsx';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createRoute, Outlet, redirect, useRouter } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useMemo } from 'react';
import { NotFound } from '../components/not-found.tsx';
import { Palette } from '../features/palette/palette.tsx';
import { api } from '../lib/api.ts';
import { readDefinitions } from '../lib/definitions.ts';
import { deskFiles } from '../lib/file-uploads.ts';
import { orderCountsQuery } from '../lib/order-counts-query.ts';
import { editors } from '../lib/order-editors.ts';
import { isSignedOut } from '../lib/problem.ts';
import { SessionProvider, sessionQuery } from '../lib/session.tsx';
import { whenIdle } from '../lib/when-idle.ts';
import { loadOrderPages } from './order-pages.ts';
import { rootRoute } from './root-route.tsx';
import { RouteError } from './shell/route-error.tsx';
import { Shell } from './shell/shell.tsx';
import { t } from './shell/texts.ts';

const MustEnrolPage = lazy(() => import('../features/settings/sign-in/must-enrol-page.tsx').then(({ MustEnrolPage: page }) => ({ default: page })));

/** Everything behind the sign-in. Without a session it sends to /login and keeps the address to come back to. */
export const deskRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'desk',
  beforeLoad: async ({ context, location }) => {
    try {
      return { session: await context.queryClient.ensureQueryData(sessionQuery()) };
    } catch (error) {
      if (isSignedOut(error)) throw redirect({ to: '/login', search: { to: location.href }, replace: true });
      throw error;
    }
  },
  component: Desk,
  pendingComponent: () => <SkeletonPage label={t.loading()} />,
  errorComponent: RouteError,
  notFoundComponent: NotFound,
});

function Desk() {
  const { session } = deskRoute.useRouteContext();
  const { account, staff, roles } = session;
  const mustEnrol = session.secondFactor.isRequired && !session.secondFactor.isOn;
  const router = useRouter();
  const queryClient = useQueryClient();
  const counts = useQuery({ ...orderCountsQuery(), enabled: !mustEnrol });
  useEffect(() => {
    // Behind what the page itself asks for.
    if (mustEnrol) return;
    return whenIdle(() => {
      readDefinitions(queryClient, session);
      void loadOrderPages();
    });
  }, [mustEnrol, queryClient, session]);
  const settings = useMemo(
    () => ({ locale: account.locale, timeZone: account.timeZone, currency: account.currency }),
    [account.locale, account.timeZone, account.currency],
  );

  async function signOut() {
    await editors.sendWhatRests();
    await api.signOut({});
    await editors.forget();
    await router.navigate({ to: '/login', replace: true });
    // Nothing of a customer stays in the browser.
    forgetForms();
    queryClient.clear();
  }

  return (
    <SessionProvider session={session}>
      <FormatProvider settings={settings}>
        <FileUploadsProvider uploads={deskFiles}>
          <Shell
            accountName={account.name}
            personName={staff.name}
            personRole={t.role(roles.at(0) ?? '')}
            pendingCount={counts.data?.stages.pending}
            onSignOut={() => void signOut()}
          >
            {/* What is waited for leaves the menu where it is. */}
            <Suspense fallback={<SkeletonPage label={t.loading()} />}>{mustEnrol ? <MustEnrolPage onSignOut={() => void signOut()} /> : <Outlet />}</Suspense>
          </Shell>
          <Palette onSignOut={() => void signOut()} />
        </FileUploadsProvider>
      </FormatProvider>
    </SessionProvider>
  );
}
