// Parts of a bundle can be folded away below its line. What needs a look is never folded away: a part that something stands against.
import type { OrderLine } from '@backdesk/contract/order/lines.ts';
import { useCallback, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

export type Fold = { readonly count: number; readonly isFolded: boolean };

/** `needsLook`: lines that have to stay in sight. */
export function useFoldedParts(lines: readonly OrderLine[], needsLook: (line: OrderLine) => boolean) {
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const parts = useMemo(() => partsOf(lines), [lines]);
  const shut = [...folded].filter((id) => parts.get(id)?.some(needsLook) === false);
  const key = shut.join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same bundles are the same lines, so that rows are not drawn again
  const hidden = useMemo(() => new Set(shut.flatMap((id) => parts.get(id)?.map((part) => part.id) ?? [])), [key, parts]);
  const latest = useRef({ hidden, lines });
  latest.current = { hidden, lines };
  const folds = useMemo(
    () => new Map([...parts].map(([id, below]) => [id, { count: below.length, isFolded: key.split(' ').includes(id) }] as const)),
    [parts, key],
  );

  const fold = useCallback((bundleId: string) => setFolded((now) => (now.has(bundleId) ? without(now, bundleId) : new Set([...now, bundleId]))), []);
  /** Shows a part that is folded away, at once. */
  const unfold = useCallback((lineId: string) => {
    const { hidden: away, lines: all } = latest.current;
    const bundleId = away.has(lineId) ? all.find(({ id }) => id === lineId)?.parentLineId : null;
    if (bundleId != null) flushSync(() => setFolded((now) => without(now, bundleId)));
  }, []);
  const isHidden = useCallback((lineId: string) => latest.current.hidden.has(lineId), []);
  return { hidden, folds, fold, unfold, isHidden };
}

function without(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  return new Set([...ids].filter((other) => other !== id));
}

function partsOf(lines: readonly OrderLine[]): ReadonlyMap<string, readonly OrderLine[]> {
  const bundles = new Map(lines.flatMap(({ id, kind }) => (kind === 'bundle' ? [[id, [] as OrderLine[]] as const] : [])));
  for (const line of lines) if (line.partId !== null && line.parentLineId !== null) bundles.get(line.parentLineId)?.push(line);
  return bundles;
}
