import type { SiteOrder } from '@backdesk/contract/site/schema.ts';
import { type FieldValue, poNumberCode } from '@backdesk/domain/field/types.ts';
import { CustomFields } from '@backdesk/ordering/fields/custom-fields.tsx';
import { type FieldDraft, fieldDraftOf } from '@backdesk/ordering/fields/field-draft.ts';
import { InlineNotice } from '@backdesk/ui/feedback/inline-notice.tsx';
import { TextArea } from '@backdesk/ui/forms/text-area.tsx';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../lib/api.ts';
import { useCartChange } from '../lib/cart.ts';
import { orderFieldsQuery } from '../lib/choices.ts';
import { fieldErrorsOf, sentenceOf } from '../lib/problem.ts';
import styles from './checkout-page.module.css';
import { t } from './texts.ts';

type Head = { readonly poNumber?: string; readonly noteCustomer?: string; readonly fields?: Record<string, FieldValue | null> };

/** The account's own fields and a note: kept when a field is left. `onSaving` tells what is on its way. */
export function AdditionalInformation({ cart, onSaving }: { cart: SiteOrder; onSaving: (saving: Promise<unknown>) => void }) {
  const definitions = useQuery(orderFieldsQuery()).data?.items ?? [];
  const [typed, setTyped] = useState<FieldDraft>({});
  const [note, setNote] = useState(cart.noteCustomer);
  const change = useCartChange((body: Head) => api.changeCart({ body }));
  const value = { ...fieldDraftOf(cart.fields), [poNumberCode]: cart.poNumber, ...typed };

  function keep() {
    const fields = Object.fromEntries(Object.entries(typed).flatMap(([code, now]) => (code === poNumberCode ? [] : [[code, storable(now)]])));
    const poNumber = typed[poNumberCode];
    const body: Head = {
      ...(poNumber !== undefined && { poNumber: String(poNumber ?? '').trim() }),
      ...(note !== cart.noteCustomer && { noteCustomer: note }),
      ...(Object.keys(fields).length > 0 && { fields }),
    };
    if (Object.keys(body).length === 0) return;
    onSaving(
      change
        .mutateAsync(body)
        .then(() => setTyped({}))
        .catch(() => undefined),
    );
  }
  const errors = Object.fromEntries(Object.entries(fieldErrorsOf(change.error)).map(([field, message]) => [field.replace(/^fields\./, ''), message]));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: leaving any of its fields keeps what was typed
    <section className={styles.section} onBlur={keep}>
      <h2>{t.additional()}</h2>
      <CustomFields definitions={definitions} value={value} onChange={(next) => setTyped(next)} errors={errors} />
      <TextArea label={t.noteLabel()} mark={t.optional()} value={note} maxLength={5000} onChange={(event) => setNote(event.currentTarget.value)} />
      {change.isError && Object.keys(errors).length === 0 && (
        <InlineNotice tone="bad" live="alert">
          {sentenceOf(change.error)}
        </InlineNotice>
      )}
    </section>
  );
}

function storable(value: FieldValue | null): FieldValue | null {
  if (typeof value !== 'string') return value;
  return value.trim() === '' ? null : value.trim();
}
