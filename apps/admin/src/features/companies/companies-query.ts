import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';
import type { ListSearch } from '../../lib/list-search.ts';

export type CompaniesSearch = ListSearch & { readonly role?: string; readonly exempt?: 'true' | 'false'; readonly deleted?: true };

const sorts = ['name', '-name', 'number', '-number', 'updated', '-updated'] as const;

export function companiesQuery({ q, sort, cursor, role, exempt, deleted }: CompaniesSearch) {
  const order = sorts.find((each) => each === sort);
  return queryOptions({
    queryKey: ['companies', { q, sort, cursor, role, exempt, deleted }],
    queryFn: ({ signal }) =>
      api.listCompanies(
        {
          query: {
            limit: 50,
            ...(q && { q }),
            ...(order && { sort: order }),
            ...(cursor && { cursor }),
            ...(role && { roleId: role }),
            ...(exempt && { exempt }),
            ...(deleted && { deleted: 'true' }),
          },
        },
        { signal },
      ),
    placeholderData: keepPreviousData,
  });
}

export function companyQuery(companyId: string) {
  return queryOptions({ queryKey: ['company', companyId], queryFn: ({ signal }) => api.getCompany({ params: { id: companyId } }, { signal }) });
}

const page = { initialPageParam: '', getNextPageParam: ({ nextCursor }: { nextCursor: string | null }) => nextCursor ?? undefined };

export function companyContactsQuery(companyId: string) {
  return infiniteQueryOptions({
    ...page,
    queryKey: ['company', companyId, 'contacts'],
    queryFn: ({ pageParam, signal }) =>
      api.listCompanyContacts({ params: { id: companyId }, query: { limit: 50, ...(pageParam && { cursor: pageParam }) } }, { signal }),
  });
}

export function companyHistoryQuery(companyId: string) {
  return infiniteQueryOptions({
    ...page,
    queryKey: ['company', companyId, 'history'],
    queryFn: ({ pageParam, signal }) =>
      api.listCompanyHistory({ params: { id: companyId }, query: { limit: 20, ...(pageParam && { cursor: pageParam }) } }, { signal }),
  });
}
