import { useCallback, useState } from 'react';
import type { ChosenProduct } from './use-product-entry.ts';

type Pages = { readonly closed: number; readonly waiting: readonly ChosenProduct[] };

/**
 * The product pages asked for, one at a time: one that is open is never replaced, for what is on it would be lost. `key`: of the page
 * that is open, another for each.
 */
export function useProductPages() {
  const [{ closed, waiting }, setPages] = useState<Pages>({ closed: 0, waiting: [] });
  const open = useCallback((chosen: ChosenProduct) => setPages((now) => ({ ...now, waiting: [...now.waiting, chosen] })), []);
  const close = useCallback(() => setPages((now) => ({ closed: now.closed + 1, waiting: now.waiting.slice(1) })), []);
  return { chosen: waiting[0] ?? null, isLast: waiting.length <= 1, key: closed, open, close };
}
