import type { ProblemBody } from '@backdesk/contract/problem.ts';
import type { Conflict } from './editor-state.ts';
import type { QueuedOp } from './order-op.ts';

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
