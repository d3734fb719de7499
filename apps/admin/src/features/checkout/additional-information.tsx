import type { Order } from '@backdesk/contract/order/schema.ts';
import type { FieldValue } from '@backdesk/domain/field/types.ts';
import { poNumberCode } from '@backdesk/domain/field/types.ts';
import type { OrderEditor } from '@backdesk/ordering/editing/order-editor.ts';
import { CustomFields } from '@backdesk/ordering/fields/custom-fields.tsx';
import { type FieldDraft, fieldDraftOf } from '@backdesk/ordering/fields/field-draft.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { orderFieldsQuery } from '../../lib/field-queries.ts';
import styles from './checkout-page.module.css';
import { t } from './texts.ts';

/** The account's own fields of orders, PO Number among them: saved as they are typed. Nothing where none is in use. */
export function AdditionalInformation({ order, editor }: { order: Order; editor: OrderEditor }) {
  const definitions = useQuery(orderFieldsQuery()).data?.items ?? [];
  // What is being typed, as it is typed: the server gives it back trimmed.
  const [typed, setTyped] = useState<FieldDraft>({});
  if (!definitions.some(({ active }) => active)) return null;
  const value = { ...fieldDraftOf(order.fields), [poNumberCode]: order.poNumber, ...typed };

  function change(next: FieldDraft) {
    for (const [code, now] of Object.entries(next)) {
      if (now === (value as FieldDraft)[code]) continue;
      setTyped((before) => ({ ...before, [code]: now }));
      const patch = code === poNumberCode ? { poNumber: String(now ?? '').trim() } : { fields: { [code]: storable(now) } };
      editor.dispatch({ kind: 'change_order', patch }, { isTyping: true });
    }
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: leaving any of its fields sends what was typed; there is nothing to press
    <section
      className={styles.section}
      onBlur={() => {
        editor.flush();
        setTyped({});
      }}
    >
      <h3>{t.additional()}</h3>
      <CustomFields definitions={definitions} value={value} onChange={change} errors={{}} />
    </section>
  );
}

/** As the server stores it: trimmed, and nothing for blank. */
function storable(value: FieldValue | null): FieldValue | null {
  if (typeof value !== 'string') return value;
  return value.trim() === '' ? null : value.trim();
}
