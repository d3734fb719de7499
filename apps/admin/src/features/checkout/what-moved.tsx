import type { HistoryEntry } from '@backdesk/contract/order/history.ts';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';
import { t } from './texts.ts';

/** What a shipping method can hang on, as the history calls it. */
const moving: readonly string[] = [
  'line.added',
  'line.removed',
  'line.restored',
  'line.quantity_changed',
  'shipping.address_set',
  'shipping.split',
  'order.total_moved',
];

/** The changes after the method was last chosen, newest first; how they were undone does not matter, they are what to look at. */
function since(entries: readonly HistoryEntry[]): readonly HistoryEntry[] {
  const chosenAt = entries.findIndex((entry) => entry.type === 'shipping.method_chosen');
  return entries.slice(0, chosenAt < 0 ? undefined : chosenAt).filter((entry) => moving.includes(entry.type) && !entry.undone);
}

/** Who changed what since the shipping method was chosen, and when: three at most, the history has the rest. */
export function WhatMoved({ orderId, version }: { orderId: string; version: number }) {
  const format = useFormat();
  const history = useQuery({
    queryKey: ['order', orderId, 'history', 'since-method', version],
    queryFn: ({ signal }) => api.getHistory({ params: { id: orderId }, query: { limit: 50 } }, { signal }),
  });
  const entries = since(history.data?.items ?? []).slice(0, 3);
  if (entries.length === 0) return null;
  return (
    <ul aria-label={t.whatMoved()}>
      {entries.map((entry) => (
        <li key={`${entry.version}.${entry.index}`} dir="auto">
          {t.movedBy(format.time(entry.at), entry.actor.name, entry.sentence)}
        </li>
      ))}
    </ul>
  );
}
