import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from './api.ts';

/** What the lines of an order cost. Read again when other variants are in it. */
export function orderMarginQuery(orderId: string, variantIds: string) {
  return queryOptions({
    queryKey: ['order', orderId, 'margin', variantIds],
    queryFn: ({ signal }) => api.getOrderMargin({ params: { id: orderId } }, { signal }),
    staleTime: 30_000,
    refetchOnWindowFocus: true,
    placeholderData: keepPreviousData,
  });
}
