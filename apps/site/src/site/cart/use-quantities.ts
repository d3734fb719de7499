import type { Order, RefusalJson } from '@backdesk/contract/order/schema.ts';
import type { SiteOrder } from '@backdesk/contract/site/schema.ts';
import { nothingShownBefore, repriced } from '@backdesk/ordering/editing/repriced.ts';
import { withCharges } from '@backdesk/ordering/editing/with-charges.ts';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { asOrder } from '../lib/as-order.ts';
import { codeOf, conflictOf, refusalsOf } from '../lib/problem.ts';

const PAUSE_MS = 500;

export type Quantities = {
  /** The order with what is typed in it, totalled by the calculator that the server runs. */
  readonly shown: Order;
  readonly typed: Readonly<Record<string, number | null>>;
  readonly refused: Readonly<Record<string, readonly RefusalJson[]>>;
  /** What the store set meanwhile, beside what was typed here: one of them is chosen. */
  readonly conflicts: Readonly<Record<string, QuantityConflict>>;
  readonly isSaving: boolean;
  /** What went wrong that no line can say. */
  readonly failed: unknown;
  readonly set: (lineId: string, quantity: number | null) => void;
  /** Keeps what was typed at once. Answers whether all of it stands. */
  readonly flush: () => Promise<boolean>;
  /** Of two quantities of a line ours is kept, or theirs taken. */
  readonly settle: (lineId: string, way: 'keep' | 'take') => void;
};

export type QuantityConflict = { readonly theirs: number; readonly by: string; readonly at: string };

/** Quantities as they are typed: counted at once, kept after a pause; what is refused stays as it was typed, with the reason. */
export function useQuantities(order: SiteOrder, save: (lineId: string, quantity: number, basedOn: number) => Promise<unknown>): Quantities {
  const [typed, setTyped] = useState<Readonly<Record<string, number | null>>>({});
  const [refused, setRefused] = useState<Readonly<Record<string, readonly RefusalJson[]>>>({});
  const [conflicts, setConflicts] = useState<Readonly<Record<string, QuantityConflict>>>({});
  // The version that was on the screen when a quantity began to be typed.
  const begun = useRef<Record<string, number>>({});
  const [running, setRunning] = useState(0);
  const [failed, setFailed] = useState<unknown>(null);
  const latest = useRef({ typed, order, save });
  latest.current = { typed, order, save };
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const memory = useMemo(nothingShownBefore, []);

  const shown = useMemo(() => {
    const known = asOrder(order);
    if (Object.keys(typed).length === 0) return known;
    const version = known.version + 1;
    const lines = known.lines.map((line) => {
      const quantity = typed[line.id];
      return quantity == null || quantity < 1 ? line : { ...line, quantity, quantityVersion: version };
    });
    // What hangs on a line goes along with its quantity.
    return repriced({ ...known, lines: withCharges(lines) }, null, memory);
  }, [order, typed, memory]);

  const flush = useCallback(async (): Promise<boolean> => {
    clearTimeout(timer.current);
    const now = latest.current;
    const changes = Object.entries(now.typed).flatMap(([lineId, quantity]) => {
      const line = now.order.lines.find(({ id }) => id === lineId);
      return line === undefined || quantity === null || quantity < 1 || quantity === line.quantity ? [] : [[lineId, quantity] as const];
    });
    const settle = (lineId: string, quantity: number | null) =>
      setTyped(({ [lineId]: still, ...others }) => (still === undefined || still === quantity ? others : { ...others, [lineId]: still }));
    for (const [lineId, quantity] of Object.entries(now.typed)) if (!changes.some(([id]) => id === lineId)) settle(lineId, quantity);
    let stands = true;
    setRunning((count) => count + 1);
    for (const [lineId, quantity] of changes) {
      try {
        await now.save(lineId, quantity, begun.current[lineId] ?? now.order.version);
        delete begun.current[lineId];
        settle(lineId, quantity);
        setRefused(({ [lineId]: _, ...others }) => others);
        setFailed(null);
      } catch (error) {
        stands = false;
        const refusals = refusalsOf(error);
        const conflict = codeOf(error) === 'order.conflict' ? conflictOf(error) : undefined;
        if (typeof conflict?.value === 'number') {
          const { value, by, at } = conflict;
          setConflicts((others) => ({ ...others, [lineId]: { theirs: value, by, at } }));
        } else if (refusals.length === 0) setFailed(error);
        else setRefused((others) => ({ ...others, [lineId]: refusals }));
      }
    }
    setRunning((count) => count - 1);
    return stands;
  }, []);

  const set = useCallback(
    (lineId: string, quantity: number | null) => {
      begun.current[lineId] ??= latest.current.order.version;
      setTyped((others) => ({ ...others, [lineId]: quantity }));
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), PAUSE_MS);
    },
    [flush],
  );
  useEffect(() => () => clearTimeout(timer.current), []);
  const settle = useCallback(
    (lineId: string, way: 'keep' | 'take') => {
      setConflicts(({ [lineId]: _, ...others }) => others);
      // Made anew, on what the store set.
      delete begun.current[lineId];
      if (way === 'take') setTyped(({ [lineId]: _, ...others }) => others);
      else void flush();
    },
    [flush],
  );
  return { shown, conflicts, settle, typed, refused, isSaving: running > 0, failed, set, flush };
}
