import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../lib/api.ts';

/** The prices of a product that hold on certain days. */
export function pricePeriodsQuery(productId: string) {
  return queryOptions({
    queryKey: ['product', productId, 'price-periods'],
    queryFn: ({ signal }) => api.listPricePeriods({ params: { id: productId } }, { signal }),
  });
}
