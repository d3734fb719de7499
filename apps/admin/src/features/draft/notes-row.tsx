import type { OrderLine } from '@backdesk/contract/order/lines.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { useState } from 'react';
import { useDraft } from './draft-context.tsx';
import styles from './line-grid.module.css';
import { t } from './texts.ts';

/** The notes of one line, in place. */
export function NotesRow({ line, at, onDone }: { line: OrderLine; at: string; onDone: () => void }) {
  const { editor, by } = useDraft();
  const [customer, setCustomer] = useState(line.noteCustomer);
  const [internal, setInternal] = useState(line.noteInternal);
  const keep = (patch: { noteCustomer: string } | { noteInternal: string }) =>
    editor.dispatch({ kind: 'change_line', lineId: line.id, patch, by }, { isTyping: true });
  return (
    <form
      className={styles.notes}
      onSubmit={(event) => {
        event.preventDefault();
        onDone();
      }}
      onBlur={() => editor.flush()}
    >
      <TextInput
        label={t.lineNoteCustomer(at)}
        autoFocus
        maxLength={2000}
        value={customer}
        onChange={(event) => {
          setCustomer(event.currentTarget.value);
          keep({ noteCustomer: event.currentTarget.value });
        }}
      />
      <TextInput
        label={t.lineNoteInternal(at)}
        maxLength={2000}
        value={internal}
        onChange={(event) => {
          setInternal(event.currentTarget.value);
          keep({ noteInternal: event.currentTarget.value });
        }}
      />
      <Button type="submit">{t.done()}</Button>
    </form>
  );
}
