import { useInfiniteQuery } from '@tanstack/react-query';
import { HistoryPanel } from '../../components/history-panel.tsx';
import { historyQuery } from './orders-query.ts';

export function OrderHistory({ orderId }: { orderId: string }) {
  const query = useInfiniteQuery(historyQuery(orderId));
  const entries = query.data?.pages.flatMap(({ items }) => items.map((entry) => ({ ...entry, key: `${entry.version}.${entry.index}`, by: entry.actor.name })));
  return <HistoryPanel query={query} entries={entries} />;
}
