// The record as the calculator's input and its answer put back. There is no second formula: screens, commands and jobs all
// end in `priceOrder`.
import { priceOrder } from '@backdesk/domain/pricing/price-order.ts';
import type { PriceOrderInput, PricingLine } from '@backdesk/domain/pricing/types.ts';
import { hangsOnItems } from '@backdesk/domain/shipping/quote-rate.ts';
import { chargesOf } from './checkout-of.ts';
import type { LineRecord, OrderRecord } from './order-record.ts';

export function pricingLine(line: LineRecord): PricingLine {
  return {
    id: line.id,
    kind: line.kind,
    productId: line.productId,
    parentLineId: line.parentLineId,
    quantity: line.quantity,
    counted: !line.optional || line.chosen,
    quantityVersion: line.fieldVersions.quantity ?? 0,
    breakGroup: line.breakGroup,
    priceTable: line.priceTable,
    unitPrice: line.unitPrice,
    upcharges: line.upcharges,
    answers: line.answers,
    override: line.override,
    discount: line.discount,
    quantityRule: line.quantityRule,
    taxCategory: line.taxCategory,
    ships: line.ships,
    weightGrams: line.weightGrams,
    unavailable: line.unavailable,
  };
}

/** Everything the calculator asks of an order, from what is stored with it: no clock, no catalogue. */
export function pricingInput(record: OrderRecord): PriceOrderInput {
  const { currency, priceMode, taxRounding, includedElsewhere, discounts, facts } = record;
  const charges = chargesOf(record);
  return {
    currency,
    priceMode,
    taxRounding,
    includedElsewhere,
    lines: record.lines.map(pricingLine),
    shipments: record.shipments.map((shipment, index) => ({
      id: shipment.id,
      lines: shipment.lines,
      charge: charges[index] ?? null,
      tax: facts.shipmentTax[shipment.id] ?? null,
    })),
    discounts,
    billingTax: facts.billingTax,
    homeTax: facts.homeTax,
    exemption: facts.exemption,
  };
}

/** The record with the prices of now. The items total decides whether a rate that hangs on it still holds, and never hangs on a charge. */
export function priceRecord(record: OrderRecord): OrderRecord {
  const priced = { ...record, pricing: priceOrder(pricingInput(record)) };
  const isMoved = priced.pricing.totals.items !== record.pricing.totals.items;
  const hangs = record.shipments.some(({ method }) => method !== null && method.rateId !== null && hangsOnItems(method.terms));
  return isMoved && hangs ? { ...priced, pricing: priceOrder(pricingInput(priced)) } : priced;
}
