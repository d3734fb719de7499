import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';
import type { ProductsSearch } from '../../lib/products-search.ts';

export function productsQuery({ q, cursor, category }: ProductsSearch) {
  return queryOptions({
    queryKey: ['products', { q, cursor, category }],
    queryFn: ({ signal }) =>
      api.listProducts({ query: { limit: 50, ...(q && { q }), ...(cursor && { cursor }), ...(category && { categoryId: category }) } }, { signal }),
    placeholderData: keepPreviousData,
  });
}

export function productQuery(productId: string) {
  return queryOptions({
    queryKey: ['product', productId],
    queryFn: ({ signal }) => api.getProduct({ params: { id: productId } }, { signal }),
    // A picture that is on its way comes within seconds; one that did not answer is not waited for.
    refetchInterval: ({ state }) => (state.data?.pictureFetches.some(({ reason, state: at }) => at === 'waiting' && reason === null) === true ? 3_000 : false),
  });
}
