import type { Order } from '@backdesk/contract/order/order.ts';
import type { SiteLine } from '@backdesk/contract/site/schema.ts';
import type { Conflict, Rejection } from '@backdesk/ordering/editing/editor-state.ts';
import type { OrderEditor } from '@backdesk/ordering/editing/order-editor.ts';
import type { OrderOp, QueuedOp } from '@backdesk/ordering/editing/order-op.ts';
import { problemText } from '@backdesk/ordering/lines/problem-text.ts';
import { useToast } from '@backdesk/ui/feedback/toast.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { useRef, useState } from 'react';
import type { CartEditing } from '../lib/cart-editors.ts';
import { sentenceOf } from '../lib/problem.ts';
import { t } from './texts.ts';

export type LineEditing = {
  readonly editor: OrderEditor;
  /** With what is typed in it, totalled by the calculator that the server runs. */
  readonly shown: Order;
  readonly of: (lineId: string) => {
    /** As it is in the field: what was refused, or stands against what the store set, stays as it was typed. */
    readonly quantity: number | null;
    readonly rejection: Rejection | undefined;
    readonly conflict: Conflict | undefined;
  };
  /** null while nothing can be read as a number. Outside what the line may be (`least` to `most`) it is kept as typed and not sent. */
  readonly type: (lineId: string, quantity: number | null, bounds: { readonly least: number; readonly most: number }) => void;
  /** One of the quantities that were offered in place of what was typed. */
  readonly take: (lineId: string, quantity: number) => void;
  /** What was typed is to be kept now. */
  readonly done: (lineId: string) => void;
  readonly choose: (lineId: string, chosen: boolean) => void;
  readonly remove: (line: SiteLine) => void;
};

/** The most pieces of a line, whatever its rules. */
export const MOST = 9_999_999;

/** Lines of a cart as they are typed: counted at once, kept after a pause; what is refused stays as it was typed, with the reason. */
export function useLineEditing({ editor, state }: CartEditing): LineEditing {
  const toast = useToast();
  const format = useFormat();
  // What is no quantity yet while it is being typed.
  const [unread, setUnread] = useState<Readonly<Record<string, number | null>>>({});
  /** What lines had before they were typed in. */
  const before = useRef(new Map<string, number>());
  const { shown } = state;
  const change = (lineId: string, patch: { quantity: number } | { chosen: boolean }): OrderOp => ({ kind: 'change_line', lineId, patch, by: '' });
  const forget = (lineId: string) => setUnread(({ [lineId]: _, ...others }) => others);
  return {
    editor,
    shown,
    of: (lineId) => {
      const rejection = state.rejections.find(({ queued }) => lineOf(queued) === lineId);
      const conflict = state.conflicts.find(({ queued }) => lineOf(queued) === lineId);
      const held = rejection ?? (conflict?.isTypedOn === true ? undefined : conflict);
      const typed = unread[lineId] ?? (lineId in unread ? null : held === undefined ? undefined : quantityOf(held.queued));
      return { rejection, conflict, quantity: typed === undefined ? quantityIn(shown, lineId) : typed };
    },
    type: (lineId, quantity, { least, most }) => {
      const shownQuantity = quantityIn(shown, lineId);
      if (!before.current.has(lineId) && shownQuantity !== null) before.current.set(lineId, shownQuantity);
      if (quantity === null || quantity < least || quantity > most) {
        // What was typed on the way to it is not meant either, though the store may have it by now.
        editor.withdraw((op) => op.kind === 'change_line' && op.lineId === lineId && op.patch.quantity !== undefined);
        const first = before.current.get(lineId);
        if (first !== undefined && first !== quantityIn(editor.getState().shown, lineId)) editor.dispatch(change(lineId, { quantity: first }));
        return setUnread((others) => ({ ...others, [lineId]: quantity }));
      }
      forget(lineId);
      editor.dispatch(change(lineId, { quantity }), { isTyping: true });
    },
    take: (lineId, quantity) => {
      forget(lineId);
      before.current.delete(lineId);
      editor.dispatch(change(lineId, { quantity }));
    },
    done: (lineId) => {
      before.current.delete(lineId);
      // A figure that is none to order stays as it was typed, with what it may be.
      if (unread[lineId] === null) forget(lineId);
      editor.flush();
    },
    choose: (lineId, chosen) => editor.dispatch(change(lineId, { chosen })),
    remove: ({ id: lineId, name }) => {
      const done = editor.perform({ kind: 'remove_line', lineId });
      toast.show({ message: t.removed(name), action: { label: t.undo(), icon: 'undo', run: () => void bringBack(editor, lineId, done) } });
      void done.then((outcome) => {
        if (outcome.ok || outcome.problem?.code === 'order.conflict') return;
        toast.show({ tone: 'bad', message: outcome.problem === null ? sentenceOf(null) : problemText(outcome.problem, format.number) });
      });
    },
  };
}

/** As it was, with the price that was agreed for it: at once while it is unsent, else by the store. */
async function bringBack(editor: OrderEditor, lineId: string, done: ReturnType<OrderEditor['perform']>): Promise<void> {
  if (editor.withdraw((op) => op.kind === 'remove_line' && op.lineId === lineId)) return;
  const outcome = await done;
  if (outcome.ok) editor.dispatch({ kind: 'undo', version: outcome.version, index: 0, restore: null });
}

const quantityIn = ({ lines }: Order, lineId: string) => lines.find(({ id }) => id === lineId)?.quantity ?? null;
const lineOf = ({ op }: QueuedOp) => ('lineId' in op ? op.lineId : undefined);
const quantityOf = ({ op }: QueuedOp) => (op.kind === 'change_line' ? op.patch.quantity : undefined);
