import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from './api.ts';

/** The stock behind the lines of an order. It moves without the order, so it is read again when someone comes back to the page. */
export function orderStockQuery(orderId: string, variantIds: string) {
  return queryOptions({
    queryKey: ['order', orderId, 'stock', variantIds],
    queryFn: ({ signal }) => api.listOrderStock({ params: { id: orderId } }, { signal }),
    staleTime: 30_000,
    refetchOnWindowFocus: true,
    placeholderData: keepPreviousData,
  });
}
