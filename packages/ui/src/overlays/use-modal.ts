import { type RefObject, type SyntheticEvent, useEffect, useRef } from 'react';

const FIRST_FIELD = ':is(input:not([type=hidden], [type=checkbox], [type=radio], [hidden]), textarea, select):not(:disabled)';

/**
 * A native dialog opened as modal: the browser traps focus, makes the rest inert and gives focus back on closing.
 * The parent mounts it to open it. Escape asks to close; the parent decides by unmounting.
 */
export function useModal(onClose: () => void): {
  ref: RefObject<HTMLDialogElement | null>;
  onCancel: (event: SyntheticEvent) => void;
} {
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = ref.current;
    const before = document.activeElement;
    if (dialog && !dialog.open) {
      dialog.showModal();
      // The browser would start at Close; a form starts at its first field. While it is loaded, keys that were meant for what is
      // under it press nothing.
      dialog.querySelector<HTMLElement>(`${FIRST_FIELD}, [aria-busy=true]`)?.focus();
    }
    return () => {
      dialog?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return {
    ref,
    onCancel: (event) => {
      event.preventDefault();
      onClose();
    },
  };
}
