import { queryOptions } from '@tanstack/react-query';
import { api } from './api.ts';

/** What a revision froze, with its status. */
export function revisionQuery(orderId: string, revision: number) {
  return queryOptions({
    queryKey: ['order', orderId, 'revision', revision],
    queryFn: ({ signal }) => api.readRevision({ params: { id: orderId, revision } }, { signal }),
  });
}

/** What became different in a revision since another one. */
export function changesQuery(orderId: string, revision: number, since: number) {
  return queryOptions({
    queryKey: ['order', orderId, 'revision', revision, 'since', since],
    queryFn: ({ signal }) => api.compareRevisions({ params: { id: orderId, revision }, query: { since } }, { signal }),
  });
}
