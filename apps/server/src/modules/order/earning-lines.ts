// The lines of an order as what margins are worked out from. Pure.

import { unitCosts } from '@backdesk/domain/catalog/parts.ts';
import { isGoods } from '@backdesk/domain/order/section-totals.ts';
import { type EarningLine, netAmountOf } from '@backdesk/domain/pricing/margin.ts';
import type { OrderRecord } from './order-record.ts';

export function earningLines({ lines, pricing, priceMode, facts }: OrderRecord): readonly EarningLine[] {
  const priced = new Map(pricing.lines.map((line) => [line.lineId, line]));
  const costOf = unitCosts(lines, ({ cost }) => cost);
  return lines.flatMap((line) => {
    const figures = priced.get(line.id);
    const unitCost = costOf(line);
    if (figures === undefined || unitCost === undefined || !isGoods(line)) return [];
    const { id, optional, chosen, quantity, taxCategory } = line;
    const netAmount = netAmountOf(figures, taxCategory, { priceMode, homeTax: facts.homeTax });
    return { id, counted: !optional || chosen, quantity, unitCost, netAmount };
  });
}
