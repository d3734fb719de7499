import { queryOptions } from '@tanstack/react-query';
import { api } from './api.ts';

/** How many orders are in each stage: the figures on tabs and in the navigation. */
export function orderCountsQuery() {
  return queryOptions({ queryKey: ['orders', 'counts'], queryFn: ({ signal }) => api.countOrders({}, { signal }) });
}
