import type { Order } from '@backdesk/contract/order/order.ts';
import type { OrderStock } from '@backdesk/contract/order/stock.ts';
import { drawsFrom, type Shortage, shortages } from '@backdesk/domain/stock/shortages.ts';
import { useQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useDeferredValue, useMemo } from 'react';
import { orderStockQuery } from '../../lib/order-stock-query.ts';
import { variantsOf } from '../../lib/variants-of.ts';

export type ShortLine = Shortage & { readonly incoming: OrderStock['incoming'] };

const OrderStockContext = createContext<ReadonlyMap<string, ShortLine>>(new Map());

/** Which lines want more than there is, as the quantities stand on the screen: it moves with the keystroke, behind the total. */
export function OrderStockProvider({ order, saved, children }: { order: Order; saved: Order; children: ReactNode }) {
  // The server knows what is saved; it is asked about that.
  const variants = order.abilities.edit ? variantsOf(saved.lines) : '';
  const { data } = useQuery({ ...orderStockQuery(order.id, variants), enabled: variants !== '' });
  const drawn = useDeferredValue(order.lines);
  const short = useMemo(() => shortLines(drawn, data?.items ?? []), [drawn, data]);
  return <OrderStockContext.Provider value={short}>{children}</OrderStockContext.Provider>;
}

export function useShortLine(lineId: string): ShortLine | undefined {
  return useContext(OrderStockContext).get(lineId);
}

function shortLines(lines: Order['lines'], items: readonly OrderStock[]): ReadonlyMap<string, ShortLine> {
  if (items.length === 0) return new Map();
  const stockOf = new Map(items.map((item) => [item.variantId, item]));
  const found = (variantId: string | null) => (variantId === null ? undefined : stockOf.get(variantId));
  const counted = lines
    .filter(({ optional, chosen }) => !optional || chosen)
    .map((line) => {
      const { id, quantity } = line;
      const variantId = drawsFrom(line);
      const item = found(variantId);
      return { id, variantId, quantity, stock: item === undefined ? null : { available: item.available, allowsBackorder: item.backorder } };
    });
  const variantOf = new Map(lines.map(({ id, variantId }) => [id, variantId]));
  return new Map(shortages(counted).map((short) => [short.lineId, { ...short, incoming: found(variantOf.get(short.lineId) ?? null)?.incoming ?? null }]));
}
