import type { FulfilmentRecord, OrderRecord } from './order-record.ts';
import type { StockMove } from './store/stock.ts';

/** What a fulfilment takes from stock, by variant: several lines may hold the same one. */
export function stockMoves({ lines }: OrderRecord, fulfilment: FulfilmentRecord): readonly StockMove[] {
  const variantOf = new Map(lines.map(({ id, variantId }) => [id, variantId]));
  const moves = new Map<string, number>();
  for (const { lineId, quantity } of fulfilment.lines) {
    const variantId = variantOf.get(lineId) ?? null;
    if (variantId !== null) moves.set(variantId, (moves.get(variantId) ?? 0) + quantity);
  }
  return [...moves].map(([variantId, quantity]) => ({ variantId, quantity }));
}
