import type { FulfilmentRecord, OrderRecord } from './order-record.ts';
import type { StockMove } from './store/stock.ts';

/** What a fulfilment takes from stock, by variant: several lines may hold the same one. */
export function stockMoves({ lines }: OrderRecord, fulfilment: FulfilmentRecord): readonly StockMove[] {
  const byId = new Map(lines.map((line) => [line.id, line]));
  const moves = new Map<string, number>();
  const move = (variantId: string | null, quantity: number) => {
    if (variantId !== null) moves.set(variantId, (moves.get(variantId) ?? 0) + quantity);
  };
  for (const { lineId, quantity } of fulfilment.lines) {
    const line = byId.get(lineId);
    if (line === undefined) continue;
    // A bundle of a fixed price goes out as one piece; what is counted are its parts.
    if (line.parts.length === 0) move(line.variantId, quantity);
    else for (const part of line.parts) move(part.variantId, quantity * part.quantity);
  }
  return [...moves].map(([variantId, quantity]) => ({ variantId, quantity }));
}
