import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';
import type { CustomersSearch } from '../../lib/customers-search.ts';

/** The filters of the address as the API takes them. */
export function filtersOf({ q, tab, taxExempt, openAccount, hasOpenOrders, fields, cursor: _cursor, sort: _sort, ...same }: CustomersSearch) {
  const word = (value: boolean) => (value ? ('true' as const) : ('false' as const));
  return {
    ...same,
    ...(q && { q }),
    ...((tab === 'active' || tab === 'closed') && { active: word(tab === 'active') }),
    ...(tab === 'deleted' && { deleted: word(true) }),
    ...(taxExempt !== undefined && { taxExempt: word(taxExempt) }),
    ...(openAccount !== undefined && { openAccount: word(openAccount) }),
    ...(hasOpenOrders !== undefined && { hasOpenOrders: word(hasOpenOrders) }),
    ...(fields && { fields: JSON.stringify(fields) }),
  };
}

export function customersQuery(search: CustomersSearch) {
  const { cursor, sort } = search;
  const query = { limit: 50, ...filtersOf(search), ...(sort && { sort: sort as 'name' }), ...(cursor && { cursor }) };
  return queryOptions({
    queryKey: ['customers', query],
    queryFn: ({ signal }) => api.listCustomers({ query }, { signal }),
    placeholderData: keepPreviousData,
  });
}

export function customerCountQuery(search: CustomersSearch) {
  const query = filtersOf(search);
  return queryOptions({
    queryKey: ['customers', 'count', query],
    queryFn: ({ signal }) => api.countCustomers({ query }, { signal }),
    placeholderData: keepPreviousData,
  });
}

/** Where the export of what is shown can be fetched. */
export function exportAddress(search: CustomersSearch): string {
  const query = new URLSearchParams({ ...filtersOf(search), ...(search.sort && { sort: search.sort }) });
  return `/api/v1/customers-export${query.size > 0 ? `?${query}` : ''}`;
}

export function customerQuery(customerId: string) {
  return queryOptions({
    queryKey: ['customer', customerId],
    queryFn: ({ signal }) => api.getCustomer({ params: { id: customerId } }, { signal }),
  });
}

export function customerHistoryQuery(customerId: string) {
  return infiniteQueryOptions({
    queryKey: ['customer', customerId, 'history'],
    queryFn: ({ signal, pageParam }) =>
      api.getCustomerHistory({ params: { id: customerId }, query: { limit: 20, ...(pageParam !== '' && { cursor: pageParam }) } }, { signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}
