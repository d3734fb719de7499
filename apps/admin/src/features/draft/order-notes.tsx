import type { Order } from '@backdesk/contract/order/order.ts';
import { TextArea } from '@backdesk/ui/forms/text-area.tsx';
import { useState } from 'react';
import { useDraft } from './draft-context.tsx';
import styles from './draft-page.module.css';
import { ReadTexts } from './read-texts.tsx';
import { t } from './texts.ts';

/** Notes on the whole order: what the customer reads, and what stays in the house. */
export function OrderNotes({ order }: { order: Order }) {
  const { canEdit } = useDraft();
  if (!canEdit) {
    const texts = [
      [t.notesCustomer(), order.noteCustomer],
      [t.notesInternal(), order.noteInternal],
    ] as const;
    return <ReadTexts texts={texts} className={styles.below} />;
  }
  return (
    <section className={styles.below}>
      <Note label={t.notesCustomer()} field="noteCustomer" value={order.noteCustomer} />
      <Note label={t.notesInternal()} field="noteInternal" value={order.noteInternal} />
    </section>
  );
}

function Note({ label, field, value }: { label: string; field: 'noteCustomer' | 'noteInternal'; value: string }) {
  const { editor } = useDraft();
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextArea
      label={label}
      rows={3}
      maxLength={5000}
      value={typed ?? value}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        editor.dispatch({ kind: 'change_order', patch: { [field]: event.currentTarget.value } }, { isTyping: true });
      }}
      onBlur={() => {
        setTyped(null);
        editor.flush();
      }}
    />
  );
}
