import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from './api.ts';

/** What the catalogue is narrowed by: words, the code of a category, what can be had now. */
export type Search = { readonly q?: string; readonly category?: string; readonly inStock?: true };

/** The menu of the catalogue. */
export function categoriesQuery() {
  return queryOptions({ queryKey: ['categories'], queryFn: ({ signal }) => api.listSiteCategories({}, { signal }), staleTime: 300_000 });
}

/** The products of a search, a page after the other. */
export function productsQuery(search: Search) {
  const { q = '', category, inStock } = search;
  return infiniteQueryOptions({
    queryKey: ['products', search],
    queryFn: ({ signal, pageParam }) =>
      api.listSiteProducts(
        {
          query: {
            limit: 24,
            ...(q !== '' && { q }),
            ...(category !== undefined && { category }),
            ...(inStock && { inStock: 'true' as const }),
            ...(pageParam !== null && { cursor: pageParam }),
          },
        },
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}

/** One product with all that can be chosen on it. */
export function productQuery(code: string) {
  return queryOptions({ queryKey: ['product', code], queryFn: ({ signal }) => api.getSiteProduct({ params: { code } }, { signal }) });
}
