import { estimateQueues } from '@backdesk/domain/estimate/queues.ts';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readListSearch } from '../../lib/list-search.ts';
import { deskRoute } from '../desk-route.tsx';

export const draftTabs = ['drafts', 'estimates', 'saved-carts'] as const;
export type DraftTab = (typeof draftTabs)[number];

export const draftsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/orders/drafts',
  validateSearch: (search: Record<string, unknown>) => {
    const tab = draftTabs.find((known) => known === search.tab);
    const queue = estimateQueues.find((known) => known === search.queue);
    return { ...readListSearch(search), ...(tab && { tab }), ...(queue && { queue }) };
  },
  loader: () => DraftsListingPage.preload?.(),
  component: DraftsRoute,
});

const DraftsListingPage = lazyRouteComponent(() => import('../../features/drafts-listing/drafts-listing-page.tsx'), 'DraftsListingPage');

function DraftsRoute() {
  return <DraftsListingPage search={draftsRoute.useSearch()} />;
}
