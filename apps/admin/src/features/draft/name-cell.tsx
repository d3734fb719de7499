import type { OrderLine } from '@backdesk/contract/order/lines.ts';
import { useState } from 'react';
import { useDraft } from './draft-context.tsx';
import styles from './line-grid.module.css';

/** The name of a custom line or of a section, written in place. */
export function NameCell({ line, label }: { line: OrderLine; label: string }) {
  const { editor, by } = useDraft();
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <textarea
      rows={1}
      className={styles.nameCell}
      dir="auto"
      data-cell="name"
      aria-label={label}
      maxLength={500}
      value={typed ?? line.name}
      onChange={(event) => {
        const name = event.currentTarget.value.replaceAll('\n', ' ');
        setTyped(name);
        if (name.trim() !== '') editor.dispatch({ kind: 'change_line', lineId: line.id, patch: { name: name.trim() }, by }, { isTyping: true });
      }}
      onBlur={() => {
        setTyped(null);
        editor.flush();
      }}
    />
  );
}
