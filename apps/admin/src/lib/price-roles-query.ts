import { queryOptions } from '@tanstack/react-query';
import { api } from './api.ts';

/** The account's price roles; there are few. */
export function priceRolesQuery() {
  return queryOptions({ queryKey: ['price-roles'], queryFn: ({ signal }) => api.listPriceRoles({}, { signal }) });
}
