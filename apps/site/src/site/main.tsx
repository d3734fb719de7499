import '@backdesk/ui/styles/base.css';
import './site.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { createSiteRouter } from './app/router.tsx';
import { takeAnswers, takeStyles } from './lib/first-answers.ts';
import { createQueryClient } from './lib/query-client.ts';

const queryClient = createQueryClient(() => {
  const { href, pathname } = router.state.location;
  if (pathname === '/login' || pathname === '/register') return;
  void router.navigate({ to: '/login', search: { to: href }, replace: true });
});
const router = createSiteRouter(queryClient);

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
const site = (
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>
);
const show = () => createRoot(root).render(site);
// A page that the server drew is replaced by the same page once all of it is there, and in one go: nobody types in between.
if (takeAnswers(queryClient)) {
  takeStyles();
  void router.load().finally(() => flushSync(show));
} else show();
