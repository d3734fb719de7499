import type { Order, OrderChange } from '@backdesk/contract/order/order.ts';
import { sameJson } from './same-json.ts';

/**
 * The server's answer to a write, put into the order it was made on. Only right when the answer's version follows the
 * order's: with a gap in between somebody else wrote too, and the order must be read again.
 */
export function mergeChange(order: Order, change: OrderChange): Order {
  const { changedLines, removedLineIds, lineOrder, ...head } = change;
  const changed = new Map(changedLines.map((line) => [line.id, line]));
  const removed = new Set(removedLineIds);
  const kept = order.lines
    .filter((line) => !removed.has(line.id))
    .map((line) => {
      const next = changed.get(line.id);
      changed.delete(line.id);
      return next === undefined || sameJson(line, next) ? line : next;
    });
  const lines = [...kept, ...changed.values()];
  if (lineOrder === undefined) return { ...head, lines };
  const place = new Map(lineOrder.map((id, at) => [id, at]));
  return { ...head, lines: lines.toSorted((a, b) => (place.get(a.id) ?? lines.length) - (place.get(b.id) ?? lines.length)) };
}
