import { queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';

/** The units in use in the account, those of most variants first. */
export function unitsQuery() {
  return queryOptions({ queryKey: ['units'], queryFn: ({ signal }) => api.listUnits({}, { signal }) });
}
