import type { OrderEditor } from '@backdesk/ordering/editing/order-editor.ts';
import { useAnnounce } from '@backdesk/ui/text/announcer.tsx';
import { useEffect } from 'react';
import { t } from './texts.ts';

/** Ctrl+Z takes back the last that was done to the order from this page. In a field that is being typed in it stays the field's own. */
export function useUndoKey(editor: OrderEditor, isOn: boolean): void {
  const announce = useAnnounce();
  useEffect(() => {
    if (!isOn) return;
    /** The field that was typed in since it got the focus. */
    let typedIn: EventTarget | null = null;
    const onInput = ({ target }: Event) => {
      typedIn = target;
    };
    const onFocus = () => {
      typedIn = null;
    };
    /** What Enter took out of a field is the order's by now: Ctrl+Z after a wrong SKU takes the line back. */
    function onEntered({ target }: KeyboardEvent) {
      setTimeout(() => {
        if (target === typedIn && target instanceof HTMLInputElement && target.value === '') typedIn = null;
      });
    }
    /** In a cell of the lines Escape has given back what was typed, and Alt with an arrow moves the line: what comes next is the order's. */
    function onLineKey({ key, altKey, target }: KeyboardEvent) {
      const isAboutLine = key === 'Escape' || (altKey && (key === 'ArrowUp' || key === 'ArrowDown'));
      if (isAboutLine && target instanceof HTMLElement && target.dataset.cell !== undefined) setTimeout(onFocus);
    }
    function onKeyDown(event: KeyboardEvent) {
      if (event.key === 'Enter') onEntered(event);
      onLineKey(event);
      const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'z';
      if (!isUndo || event.target === typedIn || document.querySelector('dialog[open]') !== null) return;
      event.preventDefault();
      void editor.undoLast().then((isDone) => announce(isDone ? t.undoneLast() : t.nothingToUndo()));
    }
    document.addEventListener('input', onInput);
    document.addEventListener('focusin', onFocus);
    document.addEventListener('keydown', onKeyDown);
    return () => {
      document.removeEventListener('input', onInput);
      document.removeEventListener('focusin', onFocus);
      document.removeEventListener('keydown', onKeyDown);
    };
  }, [editor, isOn, announce]);
}
