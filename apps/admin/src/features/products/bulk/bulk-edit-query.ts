import type { BulkEdit } from '@backdesk/contract/catalog/bulk-edit.ts';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '../../../lib/api.ts';

/** While the job is at it, often enough that the bar moves. */
const everyMs = 700;

export function recentEditsQuery() {
  return queryOptions({
    queryKey: ['product-edits'],
    queryFn: ({ signal }) => api.listBulkEdits({}, { signal }),
    refetchInterval: ({ state }) => (state.data?.items.some((edit) => edit.state === 'running') ? everyMs : false),
  });
}

/** How far an edit is, until it is done; what it changed is then read again. */
export function useBulkEdit(id: string) {
  const queryClient = useQueryClient();
  const run = useQuery({
    queryKey: ['product-edit', id],
    queryFn: ({ signal }) => api.getBulkEdit({ params: { id } }, { signal }),
    refetchInterval: ({ state }) => (state.data?.state === 'done' ? false : everyMs),
  });
  const isDone = run.data?.state === 'done';
  useEffect(() => {
    if (!isDone) return;
    for (const queryKey of [['products'], ['product'], ['categories'], ['product-edits']]) void queryClient.invalidateQueries({ queryKey });
  }, [isDone, queryClient]);
  return run;
}

export function useUndoEdit(onStarted: (undo: BulkEdit) => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.undoBulkEdit({ params: { id } }),
    onSuccess: onStarted,
    onSettled: (_, __, id) => {
      for (const queryKey of [['product-edits'], ['product-edit', id]]) void queryClient.invalidateQueries({ queryKey });
    },
  });
}
