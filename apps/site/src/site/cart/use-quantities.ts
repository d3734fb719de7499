import type { Order, RefusalJson } from '@backdesk/contract/order/schema.ts';
import type { SiteOrder } from '@backdesk/contract/site/schema.ts';
import { nothingShownBefore, repriced } from '@backdesk/ordering/editing/repriced.ts';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { asOrder } from '../lib/as-order.ts';
import { refusalsOf } from '../lib/problem.ts';

const PAUSE_MS = 500;

export type Quantities = {
  /** The order with what is typed in it, totalled by the calculator that the server runs. */
  readonly shown: Order;
  readonly typed: Readonly<Record<string, number | null>>;
  readonly refused: Readonly<Record<string, readonly RefusalJson[]>>;
  readonly isSaving: boolean;
  /** What went wrong that no line can say. */
  readonly failed: unknown;
  readonly set: (lineId: string, quantity: number | null) => void;
  /** Keeps what was typed at once. Answers whether all of it stands. */
  readonly flush: () => Promise<boolean>;
};

/** Quantities as they are typed: counted at once, kept after a pause; what is refused stays as it was typed, with the reason. */
export function useQuantities(order: SiteOrder, save: (lineId: string, quantity: number) => Promise<unknown>): Quantities {
  const [typed, setTyped] = useState<Readonly<Record<string, number | null>>>({});
  const [refused, setRefused] = useState<Readonly<Record<string, readonly RefusalJson[]>>>({});
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
    return repriced({ ...known, lines }, null, memory);
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
        await now.save(lineId, quantity);
        settle(lineId, quantity);
        setRefused(({ [lineId]: _, ...others }) => others);
        setFailed(null);
      } catch (error) {
        stands = false;
        const refusals = refusalsOf(error);
        if (refusals.length === 0) setFailed(error);
        else setRefused((others) => ({ ...others, [lineId]: refusals }));
      }
    }
    setRunning((count) => count - 1);
    return stands;
  }, []);

  const set = useCallback(
    (lineId: string, quantity: number | null) => {
      setTyped((others) => ({ ...others, [lineId]: quantity }));
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), PAUSE_MS);
    },
    [flush],
  );
  useEffect(() => () => clearTimeout(timer.current), []);
  return { shown, typed, refused, isSaving: running > 0, failed, set, flush };
}
