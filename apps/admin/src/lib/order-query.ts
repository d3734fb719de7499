import { queryOptions } from '@tanstack/react-query';
import { api } from './api.ts';

/** One order with all its lines. Every page of an order reads and writes this cache entry. */
export function orderQuery(orderId: string) {
  return queryOptions({
    queryKey: ['order', orderId],
    queryFn: ({ signal }) => api.getOrder({ params: { id: orderId } }, { signal }),
    // An order that is edited shares what did not change with the one before already (merge-change.ts).
    structuralSharing: false,
  });
}
