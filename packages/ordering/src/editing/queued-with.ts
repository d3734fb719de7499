import type { Order } from '@backdesk/contract/order/order.ts';
import { applyOp } from './apply-op.ts';
import { type OrderOp, type QueuedOp, targetsOf } from './order-op.ts';
import { sameJson } from './same-json.ts';

/**
 * The queue with one more op. Typing on in one field replaces what is still unsent of it (12, then 120, is one write), and a
 * value typed back to what stands there takes the op out again.
 */
export function queuedWith(confirmed: Order, pending: readonly QueuedOp[], added: QueuedOp): { pending: readonly QueuedOp[]; id: string } {
  const twin = pending.findLast((queued) => queued.tries === 0 && sameFields(queued.op, added.op));
  // Under a key of its own: without https another tab may have taken the twin over and sent it.
  const merged = twin === undefined ? added : { ...twin, op: added.op, key: added.key };
  const before = twin === undefined ? pending : pending.slice(0, pending.indexOf(twin));
  const after = twin === undefined ? [] : pending.slice(pending.indexOf(twin) + 1);
  const base = before.reduce((order, { op }) => applyOp(order, op), confirmed);
  const next = isNothing(base, merged.op) ? [...before, ...after] : [...before, merged, ...after];
  return { pending: next, id: merged.id };
}

function sameFields(a: OrderOp, b: OrderOp): boolean {
  if (a.kind !== b.kind || (a.kind !== 'change_line' && a.kind !== 'change_order' && a.kind !== 'set_discounts')) return false;
  return sameJson([...targetsOf(a)].toSorted(), [...targetsOf(b)].toSorted());
}

/** Whether the op sets what is there already. */
function isNothing(order: Order, op: OrderOp): boolean {
  if (op.kind === 'change_line') {
    const line = order.lines.find((found) => found.id === op.lineId);
    if (line === undefined || op.patch.after !== undefined) return false;
    const { override, unitPrice, ...plain } = op.patch;
    const sameOverride =
      override === undefined ||
      (override === null
        ? line.override === null
        : line.override !== null && line.override.unitPrice === override.unitPrice && line.override.reason === override.reason);
    return (
      sameOverride &&
      (unitPrice === undefined || unitPrice === line.typedUnitPrice) &&
      Object.entries(plain).every(([field, value]) => sameJson(value, line[field as keyof typeof line]))
    );
  }
  if (op.kind === 'change_order') {
    const { customerId, fields = {}, ...head } = op.patch;
    return (
      customerId === undefined &&
      Object.entries(head).every(([field, value]) => sameJson(value, order[field as keyof Order])) &&
      Object.entries(fields).every(([code, value]) => value === (order.fields[code] ?? null))
    );
  }
  return false;
}
