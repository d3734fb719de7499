// What is earned by an order, for who may see it. The one presenter that a cost leaves by.
import type { OrderMarginJson } from '@backdesk/contract/order/margin.ts';
import { type Margin, orderMargin } from '@backdesk/domain/pricing/margin.ts';
import { earningLines } from '../earning-lines.ts';
import type { OrderRecord } from '../order-record.ts';
import { type Shape, shapeIn } from './present-parts.ts';

export function presentMargin(record: OrderRecord, leastMarginPpm: number): OrderMarginJson {
  const shape = shapeIn(record.currency);
  const earning = earningLines(record);
  const { total, lines, withoutCost } = orderMargin(earning, record.currency, leastMarginPpm);
  const costs = new Map(earning.map(({ id, unitCost }) => [id, unitCost]));
  const known = new Map(record.lines.map((line) => [line.id, line]));
  return {
    total: total === null ? null : marginJson(total, shape),
    withoutCost,
    leastMarginPpm,
    costs: record.lines.flatMap(({ variantId, kind, cost }) =>
      variantId === null || cost === null || kind === 'bundle' ? [] : [{ variantId, unitCost: cost }],
    ),
    lines: lines.map(({ lineId, below, ...margin }) => {
      const line = known.get(lineId);
      return { lineId, variantId: line?.variantId ?? null, unitCost: costs.get(lineId) ?? '0', ...marginJson(margin, shape), below };
    }),
  };
}

function marginJson({ netAmount, costAmount, marginAmount, marginPpm }: Margin, { money }: Shape) {
  return { net: money(netAmount), cost: money(costAmount), margin: money(marginAmount), marginPpm };
}
