import type { OrderLine } from '@backdesk/contract/order/lines.ts';
import { lineTitle } from '@backdesk/ordering/lines/line-title.ts';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { cx } from '@backdesk/ui/text/cx.ts';
import { useEffect, useRef, useState } from 'react';
import styles from './line-grid.module.css';
import { t } from './texts.ts';

type FindLineProps = {
  lines: readonly OrderLine[];
  /** Shows this line and marks it; null: none. */
  onFound: (lineId: string | null) => void;
  /** Goes to work on it. */
  onTake: (lineId: string) => void;
};

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().split(/\s+/).filter(Boolean);
}

function holdsAll(line: OrderLine, words: readonly string[]): boolean {
  const text = `${line.sku} ${lineTitle(line)} ${line.noteCustomer} ${line.noteInternal}`.toLowerCase();
  return words.every((word) => text.includes(word));
}

/** Finds a line by its words where the browser's own search cannot: only a part of a long order is in the page. */
export function FindLine({ lines, onFound, onTake }: FindLineProps) {
  const format = useFormat();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const found = text.trim() === '' ? [] : lines.filter((line) => holdsAll(line, wordsOf(text)));

  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || event.key.toLowerCase() !== 'f') return;
      // Pressed again in the field, the browser's own search opens.
      if (document.activeElement === input.current) return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    }
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);

  function search(words: string) {
    setText(words);
    setAt(0);
    const first = words.trim() === '' ? undefined : lines.find((line) => holdsAll(line, wordsOf(words)));
    onFound(first?.id ?? null);
  }

  function go(by: 1 | -1) {
    const next = (at + by + found.length) % Math.max(1, found.length);
    setAt(next);
    onFound(found[next]?.id ?? null);
  }

  // What hangs on a line is found too, and is no line of its own.
  const counted = lines.filter(({ parentLineId, kind }) => parentLineId === null && kind !== 'section').length;
  return (
    <search className={styles.finder}>
      <span className={cx('muted', styles.finderCount)}>{t.lineCount(format.number(counted))}</span>
      <span className="muted" role="status">
        {text.trim() === '' ? '' : found.length === 0 ? t.findNone() : t.findAt(format.number(at + 1), format.number(found.length))}
      </span>
      <TextInput
        ref={input}
        label={t.find()}
        hideLabel
        icon="search"
        type="search"
        placeholder={t.findPlaceholder()}
        title={t.findKeys()}
        autoComplete="off"
        value={text}
        onChange={(event) => search(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          const taken = found[at];
          if (event.key === 'Escape' && text !== '') search('');
          else if (event.key === 'ArrowDown') go(1);
          else if (event.key === 'ArrowUp') go(-1);
          else if (event.key === 'Enter' && taken !== undefined) onTake(taken.id);
          else return;
          event.preventDefault();
        }}
      />
    </search>
  );
}
