import { type RefObject, useEffect } from 'react';

/** While the text of a field cannot be read, its form is not sent: the caret goes to the field instead, which says what is wrong. */
export function useHeldForm(field: RefObject<HTMLInputElement | null>, isHeld: boolean): void {
  useEffect(() => {
    const form = field.current?.form;
    if (!isHeld || !form) return;
    function hold(event: Event) {
      event.preventDefault();
      event.stopImmediatePropagation();
      field.current?.focus();
    }
    // On the form itself, before React hears of it at the root: no form has to ask each of its fields.
    form.addEventListener('submit', hold, { capture: true });
    return () => form.removeEventListener('submit', hold, { capture: true });
  }, [field, isHeld]);
}
