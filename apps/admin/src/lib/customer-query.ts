import { queryOptions, skipToken } from '@tanstack/react-query';
import { api } from './api.ts';

/** One customer with addresses. */
export function customerQuery(customerId: string | undefined) {
  return queryOptions({
    queryKey: ['customer', customerId ?? null],
    queryFn: customerId === undefined ? skipToken : ({ signal }) => api.getCustomer({ params: { id: customerId } }, { signal }),
  });
}
