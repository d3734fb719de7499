import type { EstimateQueue } from '@backdesk/domain/estimate/queues.ts';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';
import type { ListSearch } from '../../lib/list-search.ts';

export type DraftTab = 'drafts' | 'estimates' | 'saved-carts';
export type DraftsSearch = ListSearch & { readonly tab?: DraftTab; readonly queue?: EstimateQueue };

type OrderSort = NonNullable<NonNullable<Parameters<typeof api.listOrders>[0]['query']>['sort']>;

const stagesOf: Record<DraftTab | 'all', string> = {
  all: 'draft,estimate,saved_cart',
  drafts: 'draft',
  estimates: 'estimate',
  // One that its customer has activated is a cart with a number.
  'saved-carts': 'saved_cart,cart',
};

export function draftsQuery({ tab, queue, q, sort, cursor }: DraftsSearch) {
  return queryOptions({
    queryKey: ['orders', 'drafts', { tab, queue, q, sort, cursor }],
    queryFn: ({ signal }) =>
      api.listOrders(
        {
          query: {
            stage: queue === undefined ? stagesOf[tab ?? 'all'] : 'estimate',
            ...(queue && { queue }),
            limit: 50,
            ...(tab === 'saved-carts' && { numbered: 'true' as const }),
            ...(q && { q }),
            ...(sort && { sort: sort as OrderSort }),
            ...(cursor && { cursor }),
          },
        },
        { signal },
      ),
    placeholderData: keepPreviousData,
    refetchOnMount: 'always',
    refetchInterval: 30_000,
  });
}
