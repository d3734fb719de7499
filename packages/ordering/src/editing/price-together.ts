import type { OrderLine } from '@backdesk/contract/order/lines.ts';
import { pricingLineOf } from '@backdesk/contract/order/pricing-input.ts';
import { priceOrder } from '@backdesk/domain/pricing/price-order.ts';
import type { PricedLine } from '@backdesk/domain/pricing/types.ts';

const nowhere = { place: { country: '', region: '', postcode: '' }, rates: [] };

/** What lines cost beside each other, before tax and order discounts: those of one break group choose their break together. */
export function priceTogether(lines: readonly OrderLine[], currency: string): readonly PricedLine[] {
  return priceOrder({
    currency,
    priceMode: 'tax_excluded',
    taxRounding: 'line',
    includedElsewhere: 'keep_gross',
    lines: lines.map(pricingLineOf),
    shipments: [],
    discounts: [],
    billingTax: null,
    homeTax: nowhere,
    exemption: null,
  }).lines;
}
