import { type OrderOp, type QueuedOp, targetsOf } from './order-op.ts';

/** One request takes twenty calls, and what comes along with the writes is among them. */
const mostTogether = 16;

/** A list may be long, and an undo names a version that must be known. */
const goesAlone = (op: OrderOp) => op.kind === 'add_lines' || op.kind === 'undo';

/** What of the queue leaves in one request: from its head, as long as nothing sets again what an op before it sets. That waits for the version of the first. */
export function sentTogether(pending: readonly QueuedOp[]): readonly QueuedOp[] {
  const set = new Set<string>();
  const end = pending.findIndex(({ op }, at) => {
    const targets = targetsOf(op);
    const ends = at > 0 && (at === mostTogether || goesAlone(op) || targets.some((target) => set.has(target)));
    for (const target of targets) set.add(target);
    return ends;
  });
  const run = end === -1 ? pending : pending.slice(0, end);
  return run[0] !== undefined && goesAlone(run[0].op) ? run.slice(0, 1) : run;
}
