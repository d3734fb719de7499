import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';
import type { ListSearch } from '../../lib/list-search.ts';

export function customersQuery({ q, cursor }: ListSearch) {
  return queryOptions({
    queryKey: ['customers', { q, cursor }],
    queryFn: ({ signal }) => api.listCustomers({ query: { limit: 50, ...(q && { q }), ...(cursor && { cursor }) } }, { signal }),
    placeholderData: keepPreviousData,
  });
}

export function customerQuery(customerId: string) {
  return queryOptions({
    queryKey: ['customer', customerId],
    queryFn: ({ signal }) => api.getCustomer({ params: { id: customerId } }, { signal }),
  });
}

/** The latest orders of a customer, in every stage. */
export function customerOrdersQuery(customerId: string) {
  return queryOptions({
    queryKey: ['orders', 'customer', customerId],
    queryFn: ({ signal }) => api.listOrders({ query: { customerId, limit: 10, sort: '-updated' } }, { signal }),
  });
}
