import type { OrderLine } from '@backdesk/contract/order/lines.ts';
import { shownFigures } from '@backdesk/domain/order/bundle-totals.ts';
import type { CSSProperties } from 'react';

type Widths = { readonly quantity: number; readonly sku: number; readonly unit: number; readonly discount: number; readonly total: number };

/** Of lines seen before: of 5,000 one is new at a key. */
const known = new WeakMap<OrderLine, Widths>();

const grouped = (digits: number) => digits + Math.floor((digits - 1) / 3);

/** "12.5%", "1,250.00", as they stand in their cell. */
function discountWidth({ discount }: OrderLine): number {
  if (discount === null) return 1;
  // Four places of a percentage are parts per million.
  if (discount.kind === 'percentage') return String(discount.ppm / 10_000).length + 1;
  return grouped(String(discount.amount.amount).length) + 1;
}

function widthsOf(line: OrderLine): Widths {
  const found = known.get(line);
  if (found !== undefined) return found;
  const { unitPrice, total } = shownFigures(line);
  const [whole = '', fraction = ''] = (unitPrice ?? '').split('.');
  const widths = {
    quantity: grouped(String(line.quantity).length),
    sku: line.sku.length,
    unit: grouped(whole.length) + Math.max(2, fraction.length) + 1,
    discount: discountWidth(line),
    total: grouped(String(total.amount).length) + (line.optional ? 3 : 1),
  };
  known.set(line, widths);
  return widths;
}

/** How many characters the longest figures have, with their group marks, so that no column cuts one off. */
export function figureWidths(lines: readonly OrderLine[]): CSSProperties {
  let [quantity, sku, unit, discount, total] = [0, 0, 0, 0, 0];
  for (const line of lines) {
    const widths = widthsOf(line);
    quantity = Math.max(quantity, widths.quantity);
    sku = Math.max(sku, widths.sku);
    unit = Math.max(unit, widths.unit);
    discount = Math.max(discount, widths.discount);
    total = Math.max(total, widths.total);
  }
  return {
    '--quantity-digits': quantity,
    '--sku-letters': sku,
    '--unit-digits': unit,
    '--discount-digits': discount,
    '--total-digits': total,
  } as CSSProperties;
}
