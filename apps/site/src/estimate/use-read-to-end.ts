import type { EstimatePage } from '@backdesk/contract/estimate/schema.ts';
import { type RefObject, useEffect, useRef } from 'react';
import { api } from './use-estimate.ts';

/** What a person does on a page, and a program that only fetches or draws it does not. */
const byHand = ['wheel', 'touchmove', 'keydown', 'pointerdown', 'pointermove'] as const;

/**
 * Tells the shop once that the end of the lines was on the screen, after a sign of a person: a mail scanner that opens the page has read nothing.
 * Silent: what cannot be told keeps nobody from answering.
 */
export function useReadToEnd(token: string, { sha256 }: Pick<EstimatePage, 'sha256'>, isAwaited: boolean): RefObject<HTMLDivElement | null> {
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const mark = end.current;
    if (!isAwaited || mark === null) return;
    let isByHand = false;
    let isAtEnd = false;
    const ending = new AbortController();
    const watching = new IntersectionObserver((seen) => {
      if (seen.some(({ isIntersecting }) => isIntersecting)) isAtEnd = true;
      tell();
    });
    function stop() {
      ending.abort();
      watching.disconnect();
    }
    function tell() {
      if (!isByHand || !isAtEnd || ending.signal.aborted) return;
      stop();
      api.noteEstimateRead({ params: { token }, body: { sha256 } }).catch(() => undefined);
    }
    function onHand(event: Event) {
      if (event.isTrusted) isByHand = true;
      tell();
    }
    for (const name of byHand) window.addEventListener(name, onHand, { passive: true, signal: ending.signal });
    watching.observe(mark);
    return stop;
  }, [token, sha256, isAwaited]);
  return end;
}
