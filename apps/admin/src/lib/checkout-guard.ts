import { type CompanyStore, useCompanions } from '@backdesk/ordering/live/order-company.ts';
import { useEffect, useState } from 'react';

export type CheckoutGuard = {
  /** The customer who is about to order this; null: nobody is. */
  readonly customer: string | null;
  /** Changing asks first: nobody here has said yet that they mean it. */
  readonly isHeld: boolean;
  readonly allow: () => void;
};

/** While the customer is at checkout, a change by staff asks first. Who is in a field finishes it: what is typed is not taken away. */
export function useCheckoutGuard(company: CompanyStore): CheckoutGuard {
  const customer = useCompanions(company).find(({ atCheckout }) => atCheckout)?.name ?? null;
  const isThere = customer !== null;
  const [isAllowed, setAllowed] = useState(false);
  const [isTyping, setTyping] = useState(false);
  useEffect(() => {
    if (!isThere) {
      setAllowed(false);
      return;
    }
    const field = document.activeElement;
    if (!(field instanceof HTMLElement) || !field.matches('input, textarea, select')) return;
    setTyping(true);
    const left = () => setTyping(false);
    field.addEventListener('blur', left, { once: true });
    return () => {
      field.removeEventListener('blur', left);
      setTyping(false);
    };
  }, [isThere]);
  return { customer, isHeld: isThere && !isAllowed && !isTyping, allow: () => setAllowed(true) };
}
