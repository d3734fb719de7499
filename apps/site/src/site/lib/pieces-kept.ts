import type { EditorState } from '@backdesk/ordering/editing/editor-state.ts';

/** Whether what was done rests here until the store answers again. */
export function isWaiting({ saving, pending }: EditorState): boolean {
  return pending.length > 0 && (saving === 'offline' || saving === 'unavailable');
}

/** Pieces that were put into the cart and are kept here until the store can take them. */
export function piecesKept(state: EditorState | null): number {
  if (state === null || !isWaiting(state)) return 0;
  return state.pending.reduce(
    (sum, { op }) => (op.kind === 'add_lines' ? sum + op.added.reduce((pieces, { preview }) => pieces + preview.quantity, 0) : sum),
    0,
  );
}
