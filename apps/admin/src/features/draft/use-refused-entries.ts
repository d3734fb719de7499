import type { OrderLine } from '@backdesk/contract/order/lines.ts';
import { mergeTarget } from '@backdesk/ordering/editing/apply-op.ts';
import type { Rejection } from '@backdesk/ordering/editing/editor-state.ts';
import type { OrderEditor } from '@backdesk/ordering/editing/order-editor.ts';
import type { OrderOp } from '@backdesk/ordering/editing/order-op.ts';
import { lineTitle } from '@backdesk/ordering/lines/line-title.ts';
import { problemText } from '@backdesk/ordering/lines/problem-text.ts';
import { soldNear } from '@backdesk/ordering/lines/sold-near.ts';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { useSyncExternalStore } from 'react';
import { t } from './texts.ts';

/** What was entered and the order refused. */
export type RefusedEntry = {
  readonly id: string;
  readonly says: string;
  /** The nearest quantities that it may come to, with what does it. */
  readonly ways: readonly { readonly quantity: number; readonly op: OrderOp }[];
};

export function useRefusedEntries(editor: OrderEditor, by: string): readonly RefusedEntry[] {
  const format = useFormat();
  const { rejections, shown } = useSyncExternalStore(editor.subscribe, editor.getState);
  return rejections.flatMap((rejection): readonly RefusedEntry[] => {
    const { op, id } = rejection.queued;
    const lines = linesOf(op);
    const [first] = lines;
    if (lines.length === 0) return [];
    const what = lines.length > 1 || first === undefined ? t.severalLines(format.number(lines.length)) : `${format.number(first.quantity)} ${lineTitle(first)}`;
    return [{ id, says: t.notAdded(what, problemText(rejection.problem, format.number)), ways: waysOf(rejection, shown.lines, by) }];
  });
}

export const isEntry = (op: OrderOp): boolean => linesOf(op).length > 0;

function linesOf(op: OrderOp): readonly OrderLine[] {
  return op.kind === 'add_line' ? [op.preview] : op.kind === 'add_lines' ? op.added.map(({ preview }) => preview) : [];
}

function waysOf({ queued: { op }, problem }: Rejection, lines: readonly OrderLine[], by: string): RefusedEntry['ways'] {
  if (op.kind !== 'add_line' || !('quantity' in op.request)) return [];
  const { preview, request } = op;
  const target = op.asNewLine ? undefined : mergeTarget(lines, preview);
  const near = soldNear(target ?? preview, problem.refusals ?? [], (target?.quantity ?? 0) + preview.quantity);
  return near.flatMap((quantity) => {
    if (target === undefined) return { quantity, op: { ...op, preview: { ...preview, quantity }, request: { ...request, quantity } } };
    return quantity === target.quantity ? [] : { quantity, op: { kind: 'change_line', lineId: target.id, patch: { quantity }, by } };
  });
}
