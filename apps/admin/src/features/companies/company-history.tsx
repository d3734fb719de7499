import { useInfiniteQuery } from '@tanstack/react-query';
import { HistoryPanel } from '../../components/history-panel.tsx';
import { companyHistoryQuery } from './companies-query.ts';

export function CompanyHistory({ companyId }: { companyId: string }) {
  const query = useInfiniteQuery(companyHistoryQuery(companyId));
  const entries = query.data?.pages.flatMap(({ items }) => items.map(({ version, text, by, at }) => ({ key: `${version} ${text}`, sentence: text, by, at })));
  return <HistoryPanel query={query} entries={entries} />;
}
