// The lines of an order as what margins are worked out from. Pure.

import { isGoods } from '@backdesk/domain/order/section-totals.ts';
import { type EarningLine, netAmountOf } from '@backdesk/domain/pricing/margin.ts';
import type { OrderRecord } from './order-record.ts';

export function earningLines({ lines, pricing, priceMode, facts }: OrderRecord): readonly EarningLine[] {
  const priced = new Map(pricing.lines.map((line) => [line.lineId, line]));
  return lines.flatMap((line) => {
    const figures = priced.get(line.id);
    if (figures === undefined || !isGoods(line)) return [];
    const { id, optional, chosen, quantity, cost, taxCategory } = line;
    const netAmount = netAmountOf(figures, taxCategory, { priceMode, homeTax: facts.homeTax });
    return { id, counted: !optional || chosen, quantity, unitCost: cost, netAmount };
  });
}
