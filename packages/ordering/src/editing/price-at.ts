import type { OrderLine } from '@backdesk/contract/order/lines.ts';
import { pricingLineOf } from '@backdesk/contract/order/pricing-input.ts';
import { minor } from '@backdesk/domain/money/money.ts';
import { shownFigures } from '@backdesk/domain/order/bundle-totals.ts';
import { priceOrder } from '@backdesk/domain/pricing/price-order.ts';
import type { PricedLine, PricingLine } from '@backdesk/domain/pricing/types.ts';
import { withCharges } from './with-charges.ts';

const nowhere = { place: { country: '', region: '', postcode: '' }, rates: [] };

/** What one line costs at a quantity, by itself and before tax: for hits, break tables and the product page. A bundle of priced parts costs their sum. */
export function priceAt(line: OrderLine, quantity: number): PricedLine | undefined {
  const { currency } = line.amount;
  const alone = { ...line, quantity, parentLineId: null, charges: [] };
  const [own, ...parts] = priceByItself(line.kind === 'bundle' ? withCharges([alone]) : [alone], currency);
  if (own === undefined || line.kind !== 'bundle' || line.typedUnitPrice === null) return own;
  const total = minor(parts.reduce((sum, part) => sum + part.total, 0));
  const money = (amount: number) => ({ amount, currency });
  const { unitPrice } = shownFigures({ kind: 'bundle', quantity, unitPrice: own.unitPrice, total: money(own.total), subtotal: money(total) });
  return { ...own, amount: total, total, unitPrice: parts.some((part) => part.unitPrice === null) ? null : unitPrice };
}

/** Lines by themselves and before tax, but for the parts and charges among them, which choose their breaks together. */
export function priceByItself(lines: readonly OrderLine[], currency: string): readonly PricedLine[] {
  return priceOrder({
    currency,
    priceMode: 'tax_excluded',
    taxRounding: 'line',
    includedElsewhere: 'keep_gross',
    lines: lines.map((line): PricingLine => ({ ...pricingLineOf(line), counted: true, ...(line.parentLineId === null && { breakGroup: null }) })),
    shipments: [],
    discounts: [],
    billingTax: null,
    homeTax: nowhere,
    exemption: null,
  }).lines;
}
