import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../lib/api.ts';

/** The rules of who may buy a product. */
export function buyersQuery(productId: string) {
  return queryOptions({
    queryKey: ['product', productId, 'buyers'],
    queryFn: ({ signal }) => api.listBuyers({ params: { id: productId } }, { signal }),
  });
}
