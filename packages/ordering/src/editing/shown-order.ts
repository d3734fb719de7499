// What the screen shows: the order as the server last said, with everything applied that is on its way.
import { checkoutFactsOf } from '@backdesk/contract/order/checkout-facts.ts';
import type { Order } from '@backdesk/contract/order/order.ts';
import { applyOp } from './apply-op.ts';
import type { EditorState } from './editor-state.ts';
import { judged } from './judged.ts';
import type { QueuedOp } from './order-op.ts';
import { nothingShownBefore, repriced } from './repriced.ts';
import { completedAfter } from './with-checkout.ts';

/** Shows one order again and again: what did not move stays the very same object. */
export function createShownOrder() {
  const memory = nothingShownBefore();
  return ({ confirmed, pending }: Pick<EditorState, 'confirmed' | 'pending'>, before: Order): Order => {
    if (pending.length === 0) return confirmed;
    let applied = confirmed;
    let { completed } = checkoutFactsOf(confirmed);
    for (const [at, { op }] of pending.entries()) {
      applied = applyOp(applied, op);
      const entered = completedAfter(completed, applied, op);
      if (entered === completed) continue;
      // An answer is given on the sums of its moment: those that the ops before it made.
      if (at > 0) applied = repriced(applied, before);
      completed = at > 0 ? completedAfter(completed, applied, op) : entered;
    }
    return judged(applied, completed, before, memory);
  };
}

/** Whether the same is being done, though it may have been sent since. */
export function sameOps(a: readonly QueuedOp[], b: readonly QueuedOp[]): boolean {
  return a === b || (a.length === b.length && a.every((queued, at) => queued.op === b[at]?.op));
}
