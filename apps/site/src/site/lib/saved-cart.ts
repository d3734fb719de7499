import { queryOptions } from '@tanstack/react-query';
import { api } from './api.ts';

export function savedCartQuery(id: string) {
  return queryOptions({ queryKey: ['saved-carts', id], queryFn: ({ signal }) => api.getSavedCart({ params: { id } }, { signal }) });
}
