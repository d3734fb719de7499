import { queryOptions } from '@tanstack/react-query';
import { api } from './api.ts';

/** What was mailed about an order, newest first; looked at again while some of it is on its way. */
export function orderMailsQuery(orderId: string) {
  return queryOptions({
    queryKey: ['order', orderId, 'mails'],
    queryFn: ({ signal }) => api.listOrderMails({ params: { id: orderId } }, { signal }),
    refetchInterval: ({ state }) => (state.data?.items.some((mail) => mail.state === 'queued') ? 3_000 : false),
  });
}
