import type { Order } from '@backdesk/contract/order/order.ts';
import { newId } from '@backdesk/ordering/editing/new-id.ts';
import { DiscountCodes } from '@backdesk/ordering/summary/discount-codes.tsx';
import { useState } from 'react';
import { DiscountForm, type GivenDiscount } from './discount-form.tsx';
import { useDraft } from './draft-context.tsx';

/** The discounts on a draft, by code and by hand, given in place beside their sum. */
export function DraftDiscounts({ order }: { order: Order }) {
  const { editor } = useDraft();
  const [open, setOpen] = useState<{ readonly id: string; readonly given: GivenDiscount | null } | null>(null);
  const byHand = order.discounts.flatMap(({ source, id, label, value, reach }) => (source === 'manual' ? [{ id, label, value, reach }] : []));
  const without = (id: string) => byHand.filter((other) => other.id !== id);
  /** In its own place. */
  const withThis = (id: string, given: GivenDiscount) =>
    byHand.some((other) => other.id === id) ? byHand.map((other) => (other.id === id ? { id, ...given } : other)) : [...byHand, { id, ...given }];
  return (
    <DiscountCodes
      order={order}
      onSet={(codes) => editor.perform({ kind: 'set_codes', codes })}
      byHand={{
        onAdd: () => setOpen({ id: newId(), given: null }),
        onChange: ({ id, label, value, reach }) => setOpen({ id, given: { label, value, reach } }),
        onRemove: ({ id }) => editor.dispatch({ kind: 'set_discounts', discounts: without(id) }),
        form: open && (
          <DiscountForm
            key={open.id}
            given={open.given}
            currency={order.currency}
            onApply={(given) => editor.entrust({ kind: 'set_discounts', discounts: given === null ? without(open.id) : withThis(open.id, given) })}
            onClose={() => setOpen(null)}
          />
        ),
      }}
    />
  );
}
