// The order's life, one table: stage × action → stage. Payment and fulfilment are derived, never set. Decision record 0005.
import type { Refusal } from '../core/refusal.ts';
import { ok, type Result, refuse } from '../core/result.ts';
import type { OrderAction, Stage } from './types.ts';

type Transitions = Readonly<Record<Stage, Readonly<Partial<Record<OrderAction, Stage>>>>>;

export const transitions = {
  cart: { save_cart: 'saved_cart', submit: 'submitted', submit_for_approval: 'pending' },
  draft: { convert: 'estimate', save_as_cart: 'saved_cart', submit: 'submitted', submit_for_approval: 'pending' },
  estimate: { convert: 'estimate', withdraw: 'draft', save_as_cart: 'saved_cart', submit: 'submitted', submit_for_approval: 'pending' },
  saved_cart: { take_back: 'draft', activate: 'cart', submit: 'submitted', submit_for_approval: 'pending' },
  pending: { approve: 'submitted', decline: 'approval_declined' },
  approval_declined: { reopen: 'draft' },
  submitted: { cancel: 'canceled' },
  canceled: {},
} as const satisfies Transitions;

/** Where an action leads from a stage, or `order.no_such_transition` with both. */
export function nextStage(stage: Stage, action: OrderAction): Result<Stage, Refusal> {
  const next = (transitions as Transitions)[stage][action];
  return next === undefined ? refuse({ code: 'order.no_such_transition', detail: { stage, action } }) : ok(next);
}

const editable: ReadonlySet<Stage> = new Set<Stage>(['cart', 'draft', 'estimate', 'saved_cart']);

/** Whether lines, prices and checkout facts may still change. */
export function isEditable(stage: Stage): boolean {
  return editable.has(stage);
}
