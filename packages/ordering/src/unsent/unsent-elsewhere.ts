import type { EditorState } from '../editing/editor-state.ts';
import type { OrderOp } from '../editing/order-op.ts';

/** Conflicts and refusals of what is no line of the order as it is shown; new lines have a place of their own. */
export function unsentElsewhere({ shown, conflicts, rejections }: EditorState): Pick<EditorState, 'conflicts' | 'rejections'> {
  if (conflicts.length === 0 && rejections.length === 0) return { conflicts, rejections };
  const here = new Set(shown.lines.map((line) => line.id));
  const isElsewhere = (op: OrderOp) => !('lineId' in op) || !here.has(op.lineId);
  return {
    conflicts: conflicts.filter(({ queued }) => isElsewhere(queued.op)),
    rejections: rejections.filter(({ queued }) => queued.op.kind !== 'add_line' && queued.op.kind !== 'add_lines' && isElsewhere(queued.op)),
  };
}
