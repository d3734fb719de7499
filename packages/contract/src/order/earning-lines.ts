import { unitCosts } from '@backdesk/domain/catalog/parts.ts';
import { minor } from '@backdesk/domain/money/money.ts';
import { type EarningLine, netAmountOf } from '@backdesk/domain/pricing/margin.ts';
import type { Order } from './order.ts';

/** The order's JSON as what margins are worked out from, in the browser as on the server. `unitCostOf`: null where it is not known. */
export function earningLinesOf(order: Order, unitCostOf: (line: Order['lines'][number]) => string | null): readonly EarningLine[] {
  const costOf = unitCosts(order.lines, unitCostOf);
  return order.lines.flatMap((line) => {
    const unitCost = costOf(line);
    if (line.kind === 'section' || unitCost === undefined) return [];
    const orderDiscount = line.explanation.reduce((sum, step) => sum + (step.step === 'order_discount' ? (step.amount?.amount ?? 0) : 0), 0);
    const priced = { total: minor(line.total.amount), orderDiscount: minor(orderDiscount), tax: line.tax === null ? null : minor(line.tax.amount) };
    return {
      id: line.id,
      counted: !line.optional || line.chosen,
      quantity: line.quantity,
      unitCost,
      netAmount: netAmountOf(priced, line.taxCategory, order),
    };
  });
}
