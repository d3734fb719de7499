import type { ProblemBody } from '@backdesk/contract/problem.ts';
import type { Conflict } from './editor-state.ts';
import type { OrderOp, OrderPatch, QueuedOp } from './order-op.ts';

/** The refused op beside what stands there now, by field: the last part of each JSON pointer. */
export function conflictOf(queued: QueuedOp, problem: ProblemBody): Conflict {
  const fields = (problem.conflicts ?? []).map(({ pointer, value, version, by, at }) => ({
    field: pointer.split('/').at(-1) ?? pointer,
    value,
    version,
    by,
    at,
  }));
  return { queued, fields };
}

/** What an op sets a field to, by the last part of the field's pointer. */
export function mineOf(op: OrderOp, field: string): unknown {
  if (op.kind !== 'change_line' && op.kind !== 'change_order') return undefined;
  const { fields = {}, ...head }: OrderPatch = op.kind === 'change_order' ? op.patch : {};
  const patch: Readonly<Record<string, unknown>> = op.kind === 'change_line' ? op.patch : { ...fields, ...head };
  return field in patch ? patch[field] : Object.values(patch).at(0);
}

/** The op that sets what the other one had set; null where it is more than a plain value. */
export function theirsOf({ queued: { op }, fields }: Conflict): OrderOp | null {
  const [field, ...others] = fields;
  if (field === undefined || others.length > 0 || (typeof field.value === 'object' && field.value !== null)) return null;
  const theirs = { [field.field]: field.value };
  if (op.kind === 'change_line') return field.field in op.patch ? { kind: 'change_line', lineId: op.lineId, patch: theirs, by: op.by } : null;
  if (op.kind !== 'change_order') return null;
  return { kind: 'change_order', patch: field.field in (op.patch.fields ?? {}) ? { fields: theirs as OrderPatch['fields'] & object } : theirs };
}

/** What is typed on beside somebody else's value is ours from then on; theirs stays to be taken, where it can be. */
export function typedOn(conflict: Conflict, { id: _, ...queued }: QueuedOp): readonly Conflict[] {
  return theirsOf(conflict) === null ? [] : [{ ...conflict, queued: { ...queued, id: conflict.queued.id }, isTypedOn: true }];
}
