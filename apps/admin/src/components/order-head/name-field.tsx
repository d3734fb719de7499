import type { Order } from '@backdesk/contract/order/order.ts';
import type { OrderEditor } from '@backdesk/ordering/editing/order-editor.ts';
import { type KeyboardEvent, useRef, useState } from 'react';
import styles from './order-head.module.css';
import { t } from './texts.ts';

/** The order's name, written in place. */
export function NameField({ order, editor }: { order: Order; editor: OrderEditor }) {
  const [typed, setTyped] = useState<string | null>(null);
  const before = useRef(order.name);
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === 'Enter') event.currentTarget.blur();
    if (event.key !== 'Escape') return;
    setTyped(null);
    editor.dispatch({ kind: 'change_order', patch: { name: before.current } });
    event.currentTarget.blur();
  }
  const shown = typed ?? order.name;
  if (!order.abilities.edit) return order.name === '' ? null : <bdi className={styles.readName}>{order.name}</bdi>;
  return (
    <span className={styles.name} data-value={shown || t.namePlaceholder()}>
      <input
        aria-label={t.name()}
        dir="auto"
        size={1}
        maxLength={200}
        value={shown}
        placeholder={t.namePlaceholder()}
        onFocus={() => {
          before.current = order.name;
          setTyped(order.name);
        }}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          editor.dispatch({ kind: 'change_order', patch: { name: event.currentTarget.value.trim() } }, { isTyping: true });
        }}
        onBlur={() => {
          setTyped(null);
          editor.flush();
        }}
        onKeyDown={onKeyDown}
      />
    </span>
  );
}
