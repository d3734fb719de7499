import { queryOptions } from '@tanstack/react-query';
import { api } from './api.ts';
import { definitionsKeptMs } from './definitions-kept.ts';

/** Where customers may fetch their goods, those that are not in use too. */
export function pickupPlacesQuery() {
  return queryOptions({
    queryKey: ['pickup-places'],
    queryFn: ({ signal }) => api.listPickupPlaces({ query: { limit: 200 } }, { signal }),
    staleTime: definitionsKeptMs,
  });
}
