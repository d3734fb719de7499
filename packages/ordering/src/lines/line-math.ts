import type { OrderLine } from '@backdesk/contract/order/lines.ts';
import { shownFigures } from '@backdesk/domain/order/bundle-totals.ts';
import type { Format } from '@backdesk/ui/format/use-format.tsx';

/** How a line comes to its amount, in one phrase: "48 × 15.65 + 15.00", the last what its customization adds once; '' without a price. */
export function lineMath(line: OrderLine, format: Format): string {
  const { quantity, upcharges, amount } = line;
  const { currency } = amount;
  const { unitPrice } = shownFigures(line);
  if (unitPrice === null) return '';
  const once = upcharges.reduce((sum, { perLine }) => sum + perLine.amount, 0);
  const each = `${format.number(quantity)} × ${format.unitPrice(unitPrice, currency, { show: 'plain' })}`;
  return once === 0 ? each : `${each} + ${format.money({ amount: once, currency }, { show: 'plain' })}`;
}

/** How many of a part are in the bundle above it, and what each costs where the parts have the prices: "12 × 2.00", "12 ×". */
export function partMath(line: OrderLine, format: Format): string {
  return line.total.amount === 0 ? `${format.number(line.quantity)} ×` : lineMath(line, format);
}
