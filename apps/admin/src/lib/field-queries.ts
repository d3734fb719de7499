import { queryOptions } from '@tanstack/react-query';
import { api } from './api.ts';

/** The account's own fields of customers, switched off or not, in their order. */
export function customerFieldsQuery() {
  return queryOptions({ queryKey: ['customer-fields'], queryFn: ({ signal }) => api.listCustomerFields({}, { signal }), staleTime: 30_000 });
}

/** The account's own fields of orders, PO Number among them. */
export function orderFieldsQuery() {
  return queryOptions({ queryKey: ['order-fields'], queryFn: ({ signal }) => api.listOrderFields({}, { signal }), staleTime: 30_000 });
}
