import type { OrderLine } from '@backdesk/contract/order/lines.ts';
import { type FocusEvent, useLayoutEffect, useRef } from 'react';

type Ways = { readonly focusLine: (lineId: string) => void; readonly goToAdd: () => void };

/**
 * The focus of a line that is taken back, or removed by somebody else, would be nowhere and the next key be lost: it passes to the
 * line that stands in its place, and after the last one to Add Product.
 */
export function useFocusOfGone(lines: readonly OrderLine[], { focusLine, goToAdd }: Ways) {
  const focused = useRef<string | null>(null);
  const before = useRef(lines);
  useLayoutEffect(() => {
    const was = before.current;
    before.current = lines;
    const gone = focused.current;
    if (gone === null || was === lines || lines.some(({ id }) => id === gone)) return;
    focused.current = null;
    // Whoever removed it from here has sent the focus on.
    if (document.activeElement !== document.body) return;
    const next =
      lines[
        Math.min(
          was.findIndex(({ id }) => id === gone),
          lines.length - 1,
        )
      ];
    if (next === undefined) goToAdd();
    else focusLine(next.id);
  }, [lines, focusLine, goToAdd]);
  return {
    onFocus: ({ target }: FocusEvent<HTMLElement>) => {
      focused.current = target.closest<HTMLElement>('[data-line]')?.dataset.line ?? null;
    },
    // Nobody hears of the focus that leaves with its line.
    onBlur: () => {
      focused.current = null;
    },
  };
}
