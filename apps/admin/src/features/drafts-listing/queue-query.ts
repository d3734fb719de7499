import { queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';

/** What waits for somebody. Read again with the listing: the figures stand above it. */
export function queueQuery() {
  return queryOptions({
    queryKey: ['orders', 'queue'],
    queryFn: ({ signal }) => api.readQueue({}, { signal }),
    refetchOnMount: 'always',
    refetchInterval: 30_000,
  });
}

/** How estimates go; minutes old is new enough. */
export function reportQuery() {
  return queryOptions({
    queryKey: ['estimate-report'],
    queryFn: ({ signal }) => api.reportEstimates({}, { signal }),
    staleTime: 5 * 60_000,
  });
}
