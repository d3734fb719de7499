import { queryOptions } from '@tanstack/react-query';
import { api } from './api.ts';
import { definitionsKeptMs } from './definitions-kept.ts';

/** The tree of categories, each followed by its own. */
export function categoriesQuery() {
  return queryOptions({ queryKey: ['categories'], queryFn: ({ signal }) => api.listCategories({}, { signal }), staleTime: definitionsKeptMs });
}
