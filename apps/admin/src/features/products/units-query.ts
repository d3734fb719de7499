import { queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';

/** The units that the account sells by, in the order in which they are offered. */
export function unitsQuery() {
  return queryOptions({ queryKey: ['units'], queryFn: ({ signal }) => api.listUnits({}, { signal }) });
}
