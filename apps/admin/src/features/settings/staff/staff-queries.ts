import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../lib/api.ts';

export function staffQuery() {
  return queryOptions({ queryKey: ['staff', 'members'], queryFn: ({ signal }) => api.listStaff({ query: { limit: 200 } }, { signal }) });
}

export function invitationsQuery() {
  return queryOptions({ queryKey: ['staff', 'invitations'], queryFn: ({ signal }) => api.listInvitations({ query: { limit: 200 } }, { signal }) });
}
