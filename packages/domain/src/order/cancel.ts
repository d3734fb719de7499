// A submitted order is called off as a whole, and only while nothing of it has left: goods on the road come back as a return, not by a
// cancellation. Design "Stages"; decision record 0049.
import type { Refusal } from '../core/refusal.ts';
import { ok, type Result, refuse } from '../core/result.ts';
import { fulfilmentStatus, type Shippable } from '../fulfilment/open-to-ship.ts';
import { nextStage } from './lifecycle.ts';
import type { Stage } from './types.ts';

/** The stage it comes to, or `order.has_shipped`, or that its stage has no cancelling. */
export function cancelOrder(order: Shippable & { readonly stage: Stage }): Result<Stage, Refusal> {
  const next = nextStage(order.stage, 'cancel');
  if (!next.ok) return next;
  return fulfilmentStatus(order) === 'unshipped' ? ok(next.value) : refuse({ code: 'order.has_shipped' });
}
