import type { OrderPatch } from '@backdesk/ordering/editing/order-op.ts';
import { useRef, useState } from 'react';
import { api } from '../lib/api.ts';
import { useCartChange } from '../lib/cart.ts';
import { fieldErrorsOf, sentenceOf } from '../lib/problem.ts';

/** What is typed in the fields of the last step, sent when a field is left. What is refused stays, and is sent again with the next. */
export function useTypedPatch() {
  const [error, setError] = useState<unknown>(null);
  const typed = useRef<OrderPatch>({});
  const change = useCartChange(({ poNumber, noteCustomer, fields }: OrderPatch) =>
    api.changeCart({
      body: {
        ...(poNumber !== undefined && { poNumber }),
        ...(noteCustomer !== undefined && { noteCustomer }),
        ...(fields !== undefined && { fields: { ...fields } }),
      },
    }),
  );

  async function leave(): Promise<boolean> {
    const sent = typed.current;
    if (Object.keys(sent).length === 0) return true;
    typed.current = {};
    try {
      await change.mutateAsync(sent);
      setError(null);
      return true;
    } catch (problem) {
      typed.current = merged(sent, typed.current);
      setError(problem);
      return false;
    }
  }
  const errors = Object.fromEntries(Object.entries(fieldErrorsOf(error)).map(([field, message]) => [field.replace(/^fields\./, ''), message]));
  return {
    change: (patch: OrderPatch) => {
      typed.current = merged(typed.current, patch);
    },
    leave,
    errors,
    failed: error === null || Object.keys(errors).length > 0 ? null : sentenceOf(error),
  };
}

function merged(before: OrderPatch, patch: OrderPatch): OrderPatch {
  const fields = { ...before.fields, ...patch.fields };
  return { ...before, ...patch, ...(Object.keys(fields).length > 0 && { fields }) };
}
