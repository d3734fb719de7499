import { queryOptions } from '@tanstack/react-query';
import { api } from './api.ts';
import { definitionsKeptMs } from './definitions-kept.ts';

/** The account's own fields of customers, switched off or not, in their order. */
export function customerFieldsQuery() {
  return queryOptions({ queryKey: ['customer-fields'], queryFn: ({ signal }) => api.listCustomerFields({}, { signal }), staleTime: definitionsKeptMs });
}

/** The account's own fields of orders, PO Number among them. */
export function orderFieldsQuery() {
  return queryOptions({ queryKey: ['order-fields'], queryFn: ({ signal }) => api.listOrderFields({}, { signal }), staleTime: definitionsKeptMs });
}
