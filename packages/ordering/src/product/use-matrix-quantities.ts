import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { type ClipboardEvent, type KeyboardEvent, useState } from 'react';
import type { MatrixLayout } from './matrix-layout.ts';
import { type LeftCell, readBlock } from './matrix-paste.ts';

type Typed = Readonly<Record<string, string>>;
/** `before`: what its cells held. */
type Pasted = { readonly filled: number; readonly left: readonly LeftCell[]; readonly before: Typed };

export type MatrixQuantities = {
  /** What is typed, by variant. */
  readonly typed: Typed;
  /** What the last pasted block came to, until it is taken back or the next one. */
  readonly pasted: Pasted | null;
  readonly type: (variantId: string, text: string) => void;
  /** Cells copied from a sheet fill those from here on, to the right and down. */
  readonly paste: (event: ClipboardEvent, row: number, column: number) => void;
  readonly undoPaste: () => void;
  /** Ctrl+Z right after pasting takes the block back; what was typed since is the field's own to undo. */
  readonly onKey: (event: KeyboardEvent) => void;
};

/** The quantities typed and pasted into a matrix. */
export function useMatrixQuantities(layout: MatrixLayout): MatrixQuantities {
  const { locale } = useFormat();
  const [typed, setTyped] = useState<Typed>({});
  const [pasted, setPasted] = useState<Pasted | null>(null);
  const [isLast, setLast] = useState(false);

  function paste(event: ClipboardEvent, row: number, column: number) {
    const block = readBlock(layout, { row, column }, event.clipboardData.getData('text/plain'), locale);
    if (block === null) return;
    event.preventDefault();
    const before = Object.fromEntries(Object.keys(block.filled).map((id) => [id, typed[id] ?? '']));
    setPasted({ filled: Object.keys(block.filled).length, left: block.left, before });
    setTyped({ ...typed, ...block.filled });
    setLast(true);
  }

  function undoPaste() {
    if (pasted !== null) setTyped({ ...typed, ...pasted.before });
    setPasted(null);
    setLast(false);
  }

  return {
    typed,
    pasted,
    type: (variantId, text) => {
      setTyped((now) => ({ ...now, [variantId]: text }));
      setLast(false);
    },
    paste,
    undoPaste,
    onKey: (event) => {
      if (!isLast || event.key.toLowerCase() !== 'z' || event.shiftKey || event.altKey || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      event.stopPropagation();
      undoPaste();
    },
  };
}
