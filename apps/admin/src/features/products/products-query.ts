import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';
import type { ListSearch } from '../../lib/list-search.ts';

export function productsQuery({ q, cursor }: ListSearch) {
  return queryOptions({
    queryKey: ['products', { q, cursor }],
    queryFn: ({ signal }) => api.listProducts({ query: { limit: 50, ...(q && { q }), ...(cursor && { cursor }) } }, { signal }),
    placeholderData: keepPreviousData,
  });
}

export function productQuery(productId: string) {
  return queryOptions({
    queryKey: ['product', productId],
    queryFn: ({ signal }) => api.getProduct({ params: { id: productId } }, { signal }),
  });
}
