import type { OrderLine } from '@backdesk/contract/order/lines.ts';
import { useRef, useState } from 'react';
import { useDraft } from './draft-context.tsx';
import styles from './line-grid.module.css';
import { t } from './texts.ts';

/** The name of a custom line or of a section, written in place; Escape gives back what was there. */
export function NameCell({ line, label }: { line: OrderLine; label: string }) {
  const { editor, by } = useDraft();
  const [typed, setTyped] = useState<string | null>(null);
  const start = useRef(line.name);
  const keep = (name: string, isTyping: boolean) => editor.dispatch({ kind: 'change_line', lineId: line.id, patch: { name }, by }, { isTyping });
  return (
    <textarea
      rows={1}
      className={styles.nameCell}
      dir="auto"
      data-cell="name"
      aria-label={label}
      maxLength={500}
      value={typed ?? line.name}
      onFocus={(event) => {
        start.current = line.name;
        // A new heading is there to be named: what is typed replaces the word it begins with.
        if (line.kind === 'section' && line.name === t.newSection()) event.currentTarget.select();
      }}
      onChange={(event) => {
        const name = event.currentTarget.value.replaceAll('\n', ' ');
        setTyped(name);
        if (name.trim() !== '') keep(name.trim(), true);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || typed === null || event.nativeEvent.isComposing) return;
        event.stopPropagation();
        setTyped(null);
        keep(start.current, false);
      }}
      onBlur={() => {
        setTyped(null);
        editor.flush();
      }}
    />
  );
}
