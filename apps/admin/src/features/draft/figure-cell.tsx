import { cx } from '@backdesk/ui/text/cx.ts';
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import styles from './line-grid.module.css';

export type Read = { readonly ok: true; readonly value: string | null } | { readonly ok: false; readonly message: string };

export type FigureCellProps = {
  /** Which column: the arrow keys keep to it. */
  cell: 'quantity' | 'unit' | 'discount';
  label: string;
  /** How it reads when nobody edits it, and the text to edit. */
  shown: string;
  text: string;
  read: (text: string) => Read;
  onValue: (value: string | null) => void;
  /** The value before editing began, on Escape. */
  onRevert: (value: string | null) => void;
  onProblem: (message: string | null) => void;
  onCommit: () => void;
  onFocus?: (isFocused: boolean) => void;
  isEdge?: boolean;
  isQuiet?: boolean;
  isInvalid?: boolean;
  readOnly?: boolean;
};

/**
 * A figure of a line in a native input. Focus selects it, so that typing replaces it; each readable keystroke counts at once,
 * and nothing that was typed does once it cannot be read; Enter commits and goes on (the grid moves the focus), Escape gives back what was there.
 */
export function FigureCell(props: FigureCellProps) {
  // Who may not change a figure reads it as text: no field that does not take anything.
  if (props.readOnly) return <span className={cx(styles.figure, props.isQuiet && styles.quiet)}>{props.shown}</span>;
  return <FigureInput {...props} />;
}

function FigureInput({ cell, label, shown, text, read, onValue, onRevert, onProblem, onCommit, onFocus, isEdge, isQuiet, isInvalid }: FigureCellProps) {
  /** What was typed here; null while nothing was, so that a change of somebody else's shows even with the focus in the cell. */
  const [typed, setTyped] = useState<string | null>(null);
  const [isFocused, setFocused] = useState(false);
  const start = useRef<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  // Selected as soon as the text to edit stands there, before the next key: a fast "24" must never become "124".
  const wantsSelection = useRef(false);
  useLayoutEffect(() => {
    if (!wantsSelection.current) return;
    wantsSelection.current = false;
    input.current?.select();
  });

  function type(next: string) {
    if (typed === null) start.current = text;
    setTyped(next);
    const parsed = read(next);
    onProblem(parsed.ok ? null : parsed.message);
    if (parsed.ok) onValue(parsed.value);
    // What could be read on the way was not meant: of 1000000000 not the first million.
    else if (typed !== null && read(typed).ok) revert();
  }

  function revert() {
    const before = read(start.current ?? '');
    onRevert(before.ok ? before.value : null);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape' && typed !== null) {
      event.stopPropagation();
      setTyped(null);
      onProblem(null);
      revert();
      wantsSelection.current = true;
    }
    if (event.key === 'Enter') {
      // What can't be read stays to be mended; the focus stays with it.
      if (typed !== null && !read(typed).ok) return event.stopPropagation();
      onCommit();
    }
  }

  return (
    <input
      ref={input}
      className={cx(styles.cell, isEdge && styles.edge, isQuiet && styles.quiet)}
      data-cell={cell}
      aria-label={label}
      aria-invalid={isInvalid || undefined}
      inputMode="decimal"
      autoComplete="off"
      value={typed ?? (isFocused ? text : shown)}
      onFocus={(event) => {
        setFocused(true);
        onFocus?.(true);
        wantsSelection.current = true;
        event.currentTarget.select();
      }}
      onMouseDown={(event) => {
        // The press that focuses would put the caret where it points and undo the selection.
        if (event.currentTarget.ownerDocument.activeElement === event.currentTarget) return;
        event.preventDefault();
        event.currentTarget.focus();
      }}
      onChange={(event) => type(event.currentTarget.value)}
      onBlur={() => {
        setFocused(false);
        onFocus?.(false);
        if (typed === null || read(typed).ok) {
          setTyped(null);
          onCommit();
        }
      }}
      onKeyDown={onKeyDown}
    />
  );
}
