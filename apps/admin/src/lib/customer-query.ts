import { queryOptions, skipToken } from '@tanstack/react-query';
import { api } from './api.ts';

/** One customer with addresses, as of a minute ago at most. */
export function customerQuery(customerId: string | undefined) {
  return queryOptions({
    queryKey: ['customer', customerId ?? null],
    staleTime: 60_000,
    queryFn: customerId === undefined ? skipToken : ({ signal }) => api.getCustomer({ params: { id: customerId } }, { signal }),
  });
}
