import { useInfiniteQuery } from '@tanstack/react-query';
import { HistoryPanel } from '../../components/history-panel.tsx';
import { historyQuery } from '../../lib/order-history-queries.ts';
import { useInView } from '../../lib/use-in-view.ts';

export function OrderHistory({ orderId }: { orderId: string }) {
  const { ref, isInView } = useInView();
  const query = useInfiniteQuery({ ...historyQuery(orderId), enabled: isInView });
  const entries = query.data?.pages.flatMap(({ items }) => items.map((entry) => ({ ...entry, key: `${entry.version}.${entry.index}`, by: entry.actor.name })));
  return (
    <div ref={ref}>
      <HistoryPanel query={query} entries={entries} />
    </div>
  );
}
