import type { Order, OrderChange } from '@backdesk/contract/order/order.ts';
import { finderById } from '@backdesk/domain/core/finder-by-id.ts';
import { sameJson } from './same-json.ts';

/**
 * The server's answer to a write, put into the order it was made on. Only right when the answer's version follows the
 * order's: with a gap in between somebody else wrote too, and the order must be read again. `shown`: what is on the screen; a line
 * that comes as it stands there is that very line, and is not drawn again.
 */
export function mergeChange(order: Order, change: OrderChange, shown: Order = order): Order {
  const { changedLines, removedLineIds, lineOrder, ...head } = change;
  const changed = new Map(changedLines.map((line) => [line.id, line]));
  const removed = new Set(removedLineIds);
  const onScreen = finderById(shown.lines, (line) => line.id);
  const kept = order.lines.filter((line) => !removed.has(line.id));
  const known = new Set(kept.map(({ id }) => id));
  const added = changedLines.filter(({ id }) => !known.has(id));
  const lines = [...kept, ...added].map((line, at) => {
    const next = changed.get(line.id);
    return next === undefined ? line : ([onScreen(line.id, at), line].find((before) => sameJson(before, next)) ?? next);
  });
  if (lineOrder === undefined) return { ...head, lines };
  const place = new Map(lineOrder.map((id, at) => [id, at]));
  return { ...head, lines: lines.toSorted((a, b) => (place.get(a.id) ?? lines.length) - (place.get(b.id) ?? lines.length)) };
}
