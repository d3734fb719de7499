import { pricingLineOf } from '@backdesk/contract/order/pricing-input.ts';
import type { OrderLine } from '@backdesk/contract/order/schema.ts';
import { priceOrder } from '@backdesk/domain/pricing/price-order.ts';
import type { PricedLine } from '@backdesk/domain/pricing/types.ts';

const nowhere = { place: { country: '', region: '', postcode: '' }, rates: [] };

/** What one line costs at a quantity, by itself and before tax: for hits, break tables and the product page. */
export function priceAt(line: OrderLine, quantity: number): PricedLine | undefined {
  return priceOrder({
    currency: line.amount.currency,
    priceMode: 'tax_excluded',
    taxRounding: 'line',
    includedElsewhere: 'keep_gross',
    lines: [{ ...pricingLineOf(line), quantity, counted: true, breakGroup: null, parentLineId: null }],
    shipments: [],
    discounts: [],
    billingTax: null,
    homeTax: nowhere,
    exemption: null,
  }).lines.at(0);
}
