import { queryOptions } from '@tanstack/react-query';
import { api } from './api.ts';

/** The customer's address book. */
export function addressesQuery() {
  return queryOptions({ queryKey: ['addresses'], queryFn: ({ signal }) => api.listOwnAddresses({}, { signal }) });
}

/** Where orders can be fetched. */
export function placesQuery() {
  return queryOptions({ queryKey: ['pickup-places'], queryFn: ({ signal }) => api.listSitePickupPlaces({}, { signal }), staleTime: 300_000 });
}

/** What the account asks customers beyond the rest. */
export function orderFieldsQuery() {
  return queryOptions({ queryKey: ['order-fields'], queryFn: ({ signal }) => api.listSiteOrderFields({}, { signal }), staleTime: 300_000 });
}
