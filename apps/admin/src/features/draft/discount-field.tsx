import type { Order } from '@backdesk/contract/order/schema.ts';
import { Button } from '@backdesk/ui/actions/button.tsx';
import { useFormat } from '@backdesk/ui/format/use-format.tsx';
import { TextInput } from '@backdesk/ui/forms/text-input.tsx';
import { useState } from 'react';
import { useDraft } from './draft-context.tsx';
import styles from './draft-page.module.css';
import { discountFrom, discountText, readDiscount } from './read-figures.ts';
import { t } from './texts.ts';

/** A discount on the whole order, given in place beside its sum. */
export function DiscountField({ order }: { order: Order }) {
  const format = useFormat();
  const { editor } = useDraft();
  const given = order.discounts.find((discount) => discount.source === 'manual');
  const [text, setText] = useState<string | null>(null);
  if (text === null) {
    return (
      <Button variant="link" onClick={() => setText(discountText(given?.value ?? null, format.percent))}>
        {given === undefined ? t.addDiscount() : t.changeDiscount()}
      </Button>
    );
  }
  const parsed = readDiscount(text, format.locale, order.currency);
  return (
    <form
      className={styles.discount}
      onSubmit={(event) => {
        event.preventDefault();
        if (!parsed.ok) return;
        const value = discountFrom(parsed.value, order.currency);
        const others = order.discounts.filter((discount) => discount.source === 'manual' && discount !== given);
        const kept = others.map(({ id, label, value: other, reach }) => ({ id, label, value: other, reach }));
        editor.dispatch({ kind: 'set_discounts', discounts: value === null ? kept : [...kept, { label: t.discountName(), value, reach: 'items' }] });
        setText(null);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setText(null);
      }}
    >
      <TextInput
        label={t.discountLabel()}
        hideLabel
        figure
        autoFocus
        value={text}
        placeholder="5%"
        error={parsed.ok ? undefined : parsed.message}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button type="submit" size="small">
        {t.apply()}
      </Button>
    </form>
  );
}
