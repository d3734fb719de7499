import { useEffect, useRef } from 'react';
import { isGoOn, isGoToEnd } from '../text/command-key.ts';

/** On to the next page, or to the end at once. */
export type Way = 'next' | 'end';

/** The keys for a page's main way on and for its end, wherever the keyboard is, also nowhere; a dialog that is open has keys of its own. */
export function useWayKeys(go: (way: Way) => void): void {
  const latest = useRef(go);
  useEffect(() => {
    latest.current = go;
  });
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const way = isGoOn(event) ? 'next' : isGoToEnd(event) ? 'end' : null;
      if (way === null || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      latest.current(way);
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
