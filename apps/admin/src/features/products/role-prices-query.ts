import { queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';

/** What each price role pays for a product. */
export function rolePricesQuery(productId: string) {
  return queryOptions({
    queryKey: ['product', productId, 'price-roles'],
    queryFn: ({ signal }) => api.listProductRolePrices({ params: { id: productId } }, { signal }),
  });
}
