import type { HistoryEntry } from '@backdesk/contract/order/history.ts';
import { type InfiniteData, infiniteQueryOptions } from '@tanstack/react-query';
import { api } from './api.ts';

type Page = { items: HistoryEntry[]; nextCursor: string | null };

/** As much of it as a draft shows at first, and a submitted order. */
export const draftHistoryLimit = 8;
export const orderHistoryLimit = 20;

/** What happened to an order, newest first. */
export function historyQuery(orderId: string) {
  return historyIn(orderId, ['order', orderId, 'history'], orderHistoryLimit);
}

/** What happened to an order that is edited, as of one of its versions. */
export function draftHistoryQuery(orderId: string, version: number) {
  return historyIn(orderId, ['order', orderId, 'history', version], draftHistoryLimit);
}

function historyIn(orderId: string, queryKey: readonly (string | number)[], limit: number) {
  return infiniteQueryOptions({
    queryKey,
    queryFn: ({ pageParam, signal }) =>
      api.getHistory({ params: { id: orderId }, query: { limit, ...(pageParam !== '' && { cursor: pageParam }) } }, { signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}

/** A first page that was read elsewhere. */
export function firstPage(page: Page): InfiniteData<Page, string> {
  return { pages: [page], pageParams: [''] };
}

/** Drafts whose history is in view: it is read along with what is saved. */
export const historiesInView = new Set<string>();
