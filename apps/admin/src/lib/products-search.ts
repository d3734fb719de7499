import { type ListSearch, readListSearch } from './list-search.ts';

/** What the address of the products' listing holds beside words and place: the category they are in. */
export type ProductsSearch = ListSearch & { readonly category?: string };

export function readProductsSearch(search: Record<string, unknown>): ProductsSearch {
  return { ...readListSearch(search), ...(typeof search.category === 'string' && search.category !== '' && { category: search.category }) };
}
