import { queryOptions } from '@tanstack/react-query';
import { api } from './api.ts';
import { definitionsKeptMs } from './definitions-kept.ts';

/** Drafts that are kept to start others from. */
export function templatesQuery() {
  return queryOptions({ queryKey: ['templates'], queryFn: ({ signal }) => api.listTemplates({}, { signal }), staleTime: definitionsKeptMs });
}
