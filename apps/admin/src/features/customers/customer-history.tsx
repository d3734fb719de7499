import { useInfiniteQuery } from '@tanstack/react-query';
import { HistoryPanel } from '../../components/history-panel.tsx';
import { customerHistoryQuery } from './customers-query.ts';

export function CustomerHistory({ customerId }: { customerId: string }) {
  const query = useInfiniteQuery(customerHistoryQuery(customerId));
  const entries = query.data?.pages.flatMap(({ items }) => items.map((entry) => ({ ...entry, key: `${entry.version}.${entry.index}` })));
  return <HistoryPanel query={query} entries={entries} />;
}
