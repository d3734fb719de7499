import type { Order } from '@backdesk/contract/order/order.ts';
import { type FieldValue, poNumberCode } from '@backdesk/domain/field/types.ts';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { TextArea } from '@backdesk/ui/forms/text-area.tsx';
import { useState } from 'react';
import { CustomFields } from '../fields/custom-fields.tsx';
import { type FieldDraft, fieldDraftOf } from '../fields/field-draft.ts';
import { t as fieldTexts } from '../fields/texts.ts';
import { useCheckout } from './checkout-face.ts';
import styles from './checkout-form.module.css';
import { PartHeading } from './part-heading.tsx';
import { t } from './texts.ts';

/** The account's own fields of orders, PO Number among them, and a note: kept as they are typed. Nothing where none is in use. */
export function AdditionalInformation({ order }: { order: Order }) {
  const { fields: definitions, typing, words } = useCheckout();
  // What is being typed, as it is typed: the server gives it back trimmed.
  const [typed, setTyped] = useState<FieldDraft>({});
  const [note, setNote] = useState<string | null>(null);
  if (words.note === null && !definitions.some(({ active }) => active)) return null;
  const { held } = typing;
  const value = { ...fieldDraftOf(order.fields), ...held.fields, [poNumberCode]: held.poNumber ?? order.poNumber, ...typed };

  function change(next: FieldDraft) {
    for (const [code, now] of Object.entries(next)) {
      if (now === (value as FieldDraft)[code]) continue;
      setTyped((before) => ({ ...before, [code]: now }));
      typing.change(code === poNumberCode ? { poNumber: String(now ?? '').trim() } : { fields: { [code]: storable(now) } });
    }
  }
  function leave() {
    typing.leave();
    setTyped({});
    setNote(null);
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: leaving any of its fields sends what was typed; there is nothing to press
    <section className={styles.section} onBlur={leave}>
      <PartHeading>{t.additional()}</PartHeading>
      <CustomFields definitions={definitions} value={value} onChange={change} errors={typing.errors} />
      {words.note !== null && (
        <TextArea
          label={words.note()}
          mark={fieldTexts.optional()}
          value={note ?? held.noteCustomer ?? order.noteCustomer}
          maxLength={5000}
          onChange={(event) => {
            setNote(event.currentTarget.value);
            typing.change({ noteCustomer: event.currentTarget.value });
          }}
        />
      )}
      {typing.failed !== null && (
        <InlineNotice tone="bad" live="alert">
          {typing.failed}
        </InlineNotice>
      )}
    </section>
  );
}

/** As the server stores it: trimmed, and nothing for blank. */
function storable(value: FieldValue | null): FieldValue | null {
  if (typeof value !== 'string') return value;
  return value.trim() === '' ? null : value.trim();
}
