import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';
import type { ListSearch } from '../../lib/list-search.ts';

type OrderSort = NonNullable<NonNullable<Parameters<typeof api.listOrders>[0]['query']>['sort']>;

/** One page of orders in the given stages, latest submission first unless the address says otherwise. */
export type SubmittedTab = 'to-ship' | 'shipped' | 'canceled';
export type SubmittedSearch = ListSearch & { readonly tab?: SubmittedTab };

/** Which orders a tab shows. */
const wantedBy: Readonly<Record<SubmittedTab, { readonly stage: string; readonly fulfilment?: string }>> = {
  'to-ship': { stage: 'submitted', fulfilment: 'unshipped,part_shipped' },
  shipped: { stage: 'submitted', fulfilment: 'shipped' },
  canceled: { stage: 'canceled' },
};

export function ordersQuery(stages: string, { tab, q, sort, cursor }: SubmittedSearch) {
  const { stage, fulfilment } = tab === undefined ? { stage: stages } : { fulfilment: undefined, ...wantedBy[tab] };
  return queryOptions({
    queryKey: ['orders', stages, { tab, q, sort, cursor }],
    queryFn: ({ signal }) =>
      api.listOrders(
        {
          query: { stage, limit: 50, ...(fulfilment && { fulfilment }), sort: (sort ?? '-submitted') as OrderSort, ...(q && { q }), ...(cursor && { cursor }) },
        },
        { signal },
      ),
    placeholderData: keepPreviousData,
    refetchOnMount: 'always',
  });
}
