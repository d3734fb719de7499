import { nextCell } from '@backdesk/ordering/product/matrix-keys.ts';
import { selectOnFocus } from '@backdesk/ui/forms/select-on-focus.ts';
import { cx } from '@backdesk/ui/text/cx.ts';
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import styles from './variants.module.css';

export type Read<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly message: string };

type GridCellProps<Value> = {
  label: string;
  /** How it reads while nobody edits it, and the text to edit. */
  shown: string;
  text: string;
  isFigure?: boolean;
  /** It wants looking after: nothing is there. */
  isLate?: boolean;
  read: (text: string) => Read<Value>;
  onSave: (value: Value) => Promise<unknown>;
  /** Why it was not saved, in words for this cell. */
  failed: (error: unknown) => ReactNode;
};

/**
 * One field of a variant in the grid. Focus selects it; Enter saves and goes to the next row, leaving it saves too, Escape gives back what
 * was there. What cannot be read or was refused stays as it was typed, and says why.
 */
export function GridCell<Value>({ label, shown, text, isFigure = false, isLate = false, read, onSave, failed }: GridCellProps<Value>) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const [isFocused, setFocused] = useState(false);
  const [problem, setProblem] = useState<ReactNode>(null);
  /** What is on its way, or was refused last: leaving the cell does not send it again. */
  const sent = useRef<string | null>(null);

  async function commit({ isAgain }: { readonly isAgain: boolean }) {
    if (typed === null || (sent.current === typed && !isAgain)) return;
    if (typed.trim() === text.trim()) return reset();
    const parsed = read(typed);
    if (!parsed.ok) return setProblem(parsed.message);
    sent.current = typed;
    setProblem(null);
    try {
      await onSave(parsed.value);
      // Who typed on meanwhile keeps that.
      setTyped((now) => (now === typed ? null : now));
      sent.current = null;
    } catch (error) {
      setProblem(failed(error));
    }
  }

  function reset() {
    setTyped(null);
    setProblem(null);
    sent.current = null;
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape' && typed !== null) {
      event.stopPropagation();
      reset();
      requestAnimationFrame(() => input.current?.select());
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      void commit({ isAgain: true });
      if (typed === null || read(typed).ok) nextCell(event.currentTarget, event.shiftKey ? -1 : 1, 0)?.focus();
    }
  }

  return (
    <>
      <input
        ref={input}
        className={cx(styles.cell, isFigure && styles.figure, isLate && !isFocused && 'late')}
        aria-label={label}
        aria-invalid={problem !== null || undefined}
        aria-describedby={problem === null ? undefined : id}
        inputMode={isFigure ? 'decimal' : undefined}
        dir={isFigure ? undefined : 'auto'}
        autoComplete="off"
        spellCheck={false}
        value={typed ?? (isFocused ? text : shown)}
        onFocus={(event) => {
          setFocused(true);
          // What could not be saved is there to be mended, not to be typed over.
          if (typed === null) selectOnFocus(event.currentTarget);
        }}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={() => {
          setFocused(false);
          void commit({ isAgain: false });
        }}
        onKeyDown={onKeyDown}
      />
      {problem !== null && (
        <span id={id} className={styles.wrong} role="alert">
          {problem}
        </span>
      )}
    </>
  );
}
