import type { OrderLine } from '@backdesk/contract/order/lines.ts';
import { defaultRangeExtractor, useWindowVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

/** From here on only the lines in and around the window are in the page. */
export const MANY = 150;

/** About how high a row is before it has been measured, by the width of the window (line-grid.module.css). */
function likelyHeight(): number {
  if (window.innerWidth < 900) return 132;
  return window.innerWidth < 1440 ? 58 : 41;
}

/** A line that is in the page, or the room of those that are not. */
export type Piece = { readonly kind: 'line'; readonly index: number } | { readonly kind: 'gap'; readonly after: number; readonly height: number };

/**
 * Which lines are in the page. Lines that are worked on stay there wherever the window is: the one that last had the focus
 * with its neighbours, the one with something open under it, and those where what was typed cannot be read yet.
 */
export function useVirtualLines(lines: readonly OrderLine[], grid: RefObject<HTMLElement | null>) {
  const isPrinting = usePrinting();
  const isVirtual = lines.length > MANY && !isPrinting;
  const body = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const [held, setHeld] = useState<string | null>(null);
  const unread = useRef(new Set<string>());
  const ids = useIds(lines);
  const likely = likelyHeight();

  const virtualizer = useWindowVirtualizer({
    count: isVirtual ? lines.length : 0,
    enabled: isVirtual,
    // A key or a size given anew has all lines measured again: both stay as long as the lines are the same ones.
    estimateSize: useCallback(() => likely, [likely]),
    getItemKey: useCallback((index: number) => ids[index] ?? index, [ids]),
    overscan: 12,
    scrollMargin: top,
    useFlushSync: false,
    rangeExtractor: (range) => {
      const at = held === null ? -1 : ids.indexOf(held);
      const kept = [...(at < 0 ? [] : [at - 1, at, at + 1]), ...[...unread.current].map((id) => ids.indexOf(id))];
      const inside = kept.filter((index) => index >= 0 && index < range.count);
      return inside.length === 0 ? defaultRangeExtractor(range) : [...new Set([...defaultRangeExtractor(range), ...inside])].sort((a, b) => a - b);
    },
  });

  // What stands above the lines opens and closes: where they begin is looked up after each drawing and whenever the page's height changes.
  const lookUpTop = useCallback(() => {
    if (body.current !== null) setTop(Math.round(body.current.getBoundingClientRect().top + window.scrollY));
  }, []);
  useLayoutEffect(() => {
    if (isVirtual) lookUpTop();
  });
  useEffect(() => {
    if (!isVirtual || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(lookUpTop);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [isVirtual, lookUpTop]);

  /** Puts a line into the page, if it is not there: now, so that the caller finds it. */
  const reveal = useCallback(
    (lineId: string) => {
      if (grid.current?.querySelector(`[data-line="${lineId}"]`) === null) flushSync(() => setHeld(lineId));
    },
    [grid],
  );
  /** A line keeps its place in the page while what was typed there cannot be read. */
  const keep = useCallback((lineId: string, isUnread: boolean) => {
    if (isUnread) unread.current.add(lineId);
    else unread.current.delete(lineId);
  }, []);

  const pieces = isVirtual ? piecesOf(virtualizer.getVirtualItems(), top, virtualizer.getTotalSize()) : null;
  return { body, pieces, measure: virtualizer.measureElement, hold: setHeld, reveal, keep };
}

/** The same list while the same lines stand in the same order. */
function useIds(lines: readonly OrderLine[]): readonly string[] {
  const [ids, setIds] = useState(() => lines.map(({ id }) => id));
  if (ids.length === lines.length && lines.every(({ id }, index) => id === ids[index])) return ids;
  const now = lines.map(({ id }) => id);
  setIds(now);
  return now;
}

type Item = { readonly index: number; readonly start: number; readonly end: number };

function piecesOf(items: readonly Item[], top: number, height: number): Piece[] {
  const pieces: Piece[] = [];
  let end = top;
  for (const item of items) {
    if (item.start > end) pieces.push({ kind: 'gap', after: item.index, height: item.start - end });
    pieces.push({ kind: 'line', index: item.index });
    end = item.end;
  }
  if (top + height > end) pieces.push({ kind: 'gap', after: Number.POSITIVE_INFINITY, height: top + height - end });
  return pieces;
}

/** Paper takes all lines. */
function usePrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    const begin = () => flushSync(() => setPrinting(true));
    const end = () => setPrinting(false);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  return isPrinting;
}
