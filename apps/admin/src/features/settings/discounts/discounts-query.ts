import { infiniteQueryOptions } from '@tanstack/react-query';
import { api } from '../../../lib/api.ts';

/** The discounts by name, in pages. */
export function discountsQuery() {
  return infiniteQueryOptions({
    queryKey: ['discounts'],
    queryFn: ({ pageParam, signal }) => api.listDiscounts({ query: { limit: 100, ...(pageParam !== '' && { cursor: pageParam }) } }, { signal }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}
