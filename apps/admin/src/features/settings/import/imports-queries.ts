import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../../lib/api.ts';

/** While one runs it is asked again, so that the list tells when it ends. */
export function importsQuery() {
  return queryOptions({
    queryKey: ['imports'],
    queryFn: ({ signal }) => api.listImports({ query: { limit: 50 } }, { signal }),
    refetchInterval: ({ state }) => (state.data?.items.some((run) => run.state === 'running') === true ? 1_000 : false),
  });
}

export function importQuery(id: string) {
  return queryOptions({
    queryKey: ['imports', id],
    queryFn: ({ signal }) => api.getImport({ params: { id } }, { signal }),
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? 1_000 : false),
  });
}

export function noticesQuery(id: string) {
  return infiniteQueryOptions({
    queryKey: ['imports', id, 'notices'],
    initialPageParam: '',
    queryFn: ({ signal, pageParam }) =>
      api.listImportNotices({ params: { id }, query: { limit: 100, ...(pageParam !== '' && { cursor: pageParam }) } }, { signal }),
    getNextPageParam: (page) => page.nextCursor,
  });
}
