import { poNumberCode } from '@backdesk/domain/field/types.ts';
import type { EditorState } from '../editing/editor-state.ts';
import { mergedPatch } from '../editing/merged-patch.ts';
import type { OrderEditor } from '../editing/order-editor.ts';
import { problemText } from '../lines/problem-text.ts';
import type { CheckoutFace } from './checkout-face.ts';

/** The fields of the last step as they are typed into an order that is edited: what is refused, or was changed by somebody else too, stays as it was typed. */
export function typingOf(editor: OrderEditor, state: EditorState, number: (value: number) => string): CheckoutFace['typing'] {
  const refused = state.rejections.filter(({ queued }) => queued.op.kind === 'change_order');
  const errors = refused.flatMap(({ problem }) => problem.errors ?? []);
  const unsaid = refused.find(({ problem }) => (problem.errors ?? []).length === 0);
  return {
    change: (patch) => editor.dispatch({ kind: 'change_order', patch }, { isTyping: true }),
    leave: () => editor.flush(),
    held: heldOf(state),
    isOpen: () => Object.keys(heldOf(editor.getState())).length > 0,
    errors: Object.fromEntries(errors.map(({ pointer, message }) => [codeOf(pointer), message])),
    failed: unsaid === undefined ? null : problemText(unsaid.problem, number),
  };
}

/** What was typed and does not stand, nor is on its way. */
function heldOf({ rejections, conflicts }: EditorState): CheckoutFace['typing']['held'] {
  const held = [...rejections, ...conflicts.filter(({ isTypedOn }) => isTypedOn !== true)];
  return held.reduce((patch, { queued: { op } }) => (op.kind === 'change_order' ? mergedPatch(patch, op.patch) : patch), {});
}

function codeOf(pointer: string): string {
  return pointer === '/poNumber' ? poNumberCode : (pointer.split('/').at(-1) ?? '');
}
