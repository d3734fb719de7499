import { queryOptions } from '@tanstack/react-query';
import { api } from './api.ts';
import { definitionsKeptMs } from './definitions-kept.ts';

/** As many as are shown before anything is typed. */
export const firstCustomersLimit = 8;

/** Customers to choose from before anything is typed. */
export function firstCustomersQuery() {
  return queryOptions({
    queryKey: ['customers', 'first'],
    queryFn: ({ signal }) => api.listCustomers({ query: { limit: firstCustomersLimit } }, { signal }),
    staleTime: definitionsKeptMs,
  });
}
