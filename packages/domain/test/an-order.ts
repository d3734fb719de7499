// Inputs of the calculator as tests want to write them: everything has a plain default, what a case is about is said in it.
import { minor } from '../src/money/money.ts';
import type { DiscountValue, OrderDiscount, PlaceTax, PriceOrderInput, PriceTable, PricingLine, PricingShipment } from '../src/pricing/types.ts';
import type { TaxRate } from '../src/tax/types.ts';

export const percent = (percentage: number) => Math.round(percentage * 10_000);
export const percentOff = (percentage: number): DiscountValue => ({ kind: 'percentage', ppm: percent(percentage) });
export const amountOff = (amount: number): DiscountValue => ({ kind: 'fixed', amount: minor(amount) });

export function aRate(percentage: number, extra: Partial<TaxRate> = {}): TaxRate {
  return { code: `T${percentage}`, name: `Tax ${percentage} %`, ratePpm: percent(percentage), category: null, onShipping: true, ...extra };
}

/** A place where these rates apply, in percent. */
export function taxedAt(...percentages: readonly number[]): PlaceTax {
  return { place: { country: 'US', region: 'NY', postcode: '10001' }, rates: percentages.map((percentage) => aRate(percentage)) };
}

/** A line with a typed unit price. */
export function aLine(id: string, quantity: number, unitPrice: string, extra: Partial<PricingLine> = {}): PricingLine {
  return {
    id,
    kind: 'custom',
    parentLineId: null,
    quantity,
    counted: true,
    breakGroup: null,
    priceTable: null,
    unitPrice,
    upcharges: [],
    override: null,
    discount: null,
    quantityRule: { increment: null, maximum: null },
    taxCategory: 'standard',
    ships: true,
    weightGrams: null,
    ...extra,
  };
}

export function breaks(...pairs: readonly (readonly [quantity: number, extendedPrice: string])[]): PriceTable {
  return { source: 'list', label: 'List', breaks: pairs.map(([quantity, extendedPrice]) => ({ quantity, extendedPrice })) };
}

/** A catalogue line with breaks; without a group it stands alone. */
export function aCatalogLine(id: string, quantity: number, priceTable: PriceTable | null, extra: Partial<PricingLine> = {}): PricingLine {
  return aLine(id, quantity, '0', { kind: 'catalog', unitPrice: null, priceTable, ...extra });
}

export function aShipment(charge: number | null, tax: PlaceTax | null, extra: Partial<PricingShipment> = {}): PricingShipment {
  return { id: 's1', lines: null, charge: charge === null ? null : minor(charge), tax, ...extra };
}

export function aDiscount(value: DiscountValue, extra: Partial<OrderDiscount> = {}): OrderDiscount {
  return { id: 'd1', source: 'manual', label: 'Discount', value, reach: 'items', ...extra };
}

/** One implicit shipment, free, at a place with these rates; billing and home are the same place. */
export function anOrder(lines: readonly PricingLine[], tax: PlaceTax, extra: Partial<PriceOrderInput> = {}): PriceOrderInput {
  return {
    currency: 'USD',
    priceMode: 'tax_excluded',
    taxRounding: 'line',
    includedElsewhere: 'keep_gross',
    lines,
    shipments: [aShipment(0, tax)],
    discounts: [],
    billingTax: tax,
    homeTax: tax,
    exemption: null,
    ...extra,
  };
}
