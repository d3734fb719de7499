import type { OrderLine } from '@backdesk/contract/order/schema.ts';
import type { Format } from '@backdesk/ui/format/use-format.tsx';

/** How a line comes to its amount, in one phrase: "48 × 15.65 + 15.00", the last what its customization adds once; '' without a price. */
export function lineMath({ quantity, unitPrice, upcharges, amount: { currency } }: OrderLine, format: Format): string {
  if (unitPrice === null) return '';
  const once = upcharges.reduce((sum, { perLine }) => sum + perLine.amount, 0);
  const each = `${format.number(quantity)} × ${format.unitPrice(unitPrice, currency, { show: 'plain' })}`;
  return once === 0 ? each : `${each} + ${format.money({ amount: once, currency }, { show: 'plain' })}`;
}
