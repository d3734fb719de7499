// The order's JSON as the calculator's input. A screen changes a quantity in the JSON, prices that, and shows the answer
// before the server's; a scenario test holds that this gives exactly the totals the server stored.
import type { MinorUnits } from '@backdesk/domain/money/money.ts';
import type { DiscountValue, PriceOrderInput, PricingLine } from '@backdesk/domain/pricing/types.ts';
import type { MoneyJson } from '../core/primitives.ts';
import type { OrderLine } from './lines.ts';
import type { Order } from './order.ts';

function minor(value: MoneyJson): MinorUnits {
  return value.amount as MinorUnits;
}

function discountOf(value: NonNullable<OrderLine['discount']>): DiscountValue {
  return value.kind === 'percentage' ? value : { kind: 'fixed', amount: minor(value.amount) };
}

/** One line of the JSON as the calculator takes it. */
export function pricingLineOf(line: OrderLine): PricingLine {
  return {
    id: line.id,
    kind: line.kind,
    productId: line.productId,
    parentLineId: line.parentLineId,
    quantity: line.quantity,
    counted: !line.optional || line.chosen,
    quantityVersion: line.quantityVersion,
    breakGroup: line.breakGroup,
    priceTable: line.priceTable,
    unitPrice: line.typedUnitPrice,
    upcharges: line.upcharges.map((upcharge) => ({ ...upcharge, perLine: minor(upcharge.perLine) })),
    answers: line.answers,
    override: line.override,
    discount: line.discount === null ? null : discountOf(line.discount),
    quantityRule: line.quantityRule,
    taxCategory: line.taxCategory,
    ships: line.ships,
    weightGrams: line.weightGrams,
  };
}

/** Takes an order as the API shows it (or as a screen has changed it) and gives what `priceOrder` takes. `lineOf`: with a memory of lines. */
export function pricingInputOf(order: Order, lineOf: (line: OrderLine) => PricingLine = pricingLineOf): PriceOrderInput {
  return {
    currency: order.currency,
    priceMode: order.priceMode,
    taxRounding: order.taxRounding,
    includedElsewhere: order.includedElsewhere,
    lines: order.lines.map((line) => lineOf(line)),
    shipments: order.shipping.shipments.map((shipment) => ({
      id: shipment.id,
      lines: shipment.lines,
      charge: shipment.amount === null ? null : minor(shipment.amount),
      tax: shipment.tax,
    })),
    discounts: order.discounts.map(({ id, source, label, value, reach, code, productIds, refused }) => ({
      id,
      source,
      label,
      reach,
      code,
      productIds,
      refused,
      value: discountOf(value),
    })),
    billingTax: order.billingTax,
    homeTax: order.homeTax,
    exemption: order.exemption,
  };
}
