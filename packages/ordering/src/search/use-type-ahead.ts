import { useCallback, useEffect, useRef, useState } from 'react';

export type TypeAhead<Item> = {
  /** What was found for the text as it is now; null while that is not known yet. */
  readonly items: readonly Item[] | null;
  /** What was found last, for some text before: shown greyed until the new answer is there, never chosen from. */
  readonly stale: readonly Item[];
  readonly failed: boolean;
  /** The result of exactly this text: the one there is, or the answer awaited. Never one of an older text. */
  readonly resultFor: (text: string) => Promise<readonly Item[]>;
};

/** Typing rests this long before it is searched for. */
export const searchDelayMs = 120;

/**
 * Search as one types. Enter within the delay, or before the answer, asks `resultFor` what was typed and waits for it: a late
 * answer to an older text can neither be shown as current nor be chosen.
 */
export function useTypeAhead<Item>(
  text: string,
  search: (text: string, signal: AbortSignal) => Promise<readonly Item[]>,
  isOn = true,
  delayMs = searchDelayMs,
): TypeAhead<Item> {
  const [found, setFound] = useState<{ readonly text: string; readonly items: readonly Item[] } | null>(null);
  const [failedText, setFailedText] = useState<string | null>(null);
  const running = useRef(new Map<string, Promise<readonly Item[]>>());
  const latest = useRef(search);
  latest.current = search;

  const resultFor = useCallback((wanted: string): Promise<readonly Item[]> => {
    const known = running.current.get(wanted);
    if (known !== undefined) return known;
    const asked = latest.current(wanted, new AbortController().signal);
    running.current.set(wanted, asked);
    // Kept shortly: typed again soon it is the same answer; later prices and stock may have moved.
    const forget = () => setTimeout(() => running.current.delete(wanted), 5000);
    asked.then(forget, () => running.current.delete(wanted));
    return asked;
  }, []);

  useEffect(() => {
    if (!isOn) return;
    let isCurrent = true;
    const timer = setTimeout(
      () => {
        resultFor(text).then(
          (items) => {
            if (!isCurrent) return;
            setFound({ text, items });
            setFailedText(null);
          },
          () => {
            if (isCurrent) setFailedText(text);
          },
        );
      },
      text === '' || running.current.has(text) ? 0 : delayMs,
    );
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [text, isOn, delayMs, resultFor]);

  return { items: found?.text === text ? found.items : null, stale: found?.items ?? [], failed: failedText === text, resultFor };
}
