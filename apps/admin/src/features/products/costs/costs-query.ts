import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../lib/api.ts';

/** What the variants of a product cost. */
export function costsQuery(productId: string) {
  return queryOptions({
    queryKey: ['product', productId, 'costs'],
    queryFn: ({ signal }) => api.listCosts({ params: { id: productId } }, { signal }),
  });
}
