import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { api } from './api.ts';

export const orderGroups = ['all', 'open', 'submitted', 'canceled'] as const;
export type OrderGroup = (typeof orderGroups)[number];

const stagesOf = {
  all: [],
  open: ['draft', 'estimate', 'saved_cart', 'cart', 'approval_declined'],
  submitted: ['pending', 'submitted'],
  canceled: ['canceled'],
} as const satisfies Readonly<Record<OrderGroup, readonly string[]>>;

/** Whose orders: those of one customer, or of everybody of a company. */
export type OrdersOf = { readonly customerId: string } | { readonly companyId: string };

/** The orders of a customer or a company, the latest first, page by page. */
export function ordersOfQuery(of: OrdersOf, group: OrderGroup) {
  const stage = stagesOf[group].join(',');
  return infiniteQueryOptions({
    queryKey: ['orders', 'of', of, group],
    queryFn: ({ signal, pageParam }) =>
      api.listOrders(
        { query: { ...of, limit: 10, sort: '-updated', ...(stage !== '' && { stage }), ...(pageParam !== '' && { cursor: pageParam }) } },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
}
