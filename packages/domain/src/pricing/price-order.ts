// The one calculator. Every total the product shows, freezes, compares or charges comes from here; there is no second
// formula. Totals are sums of stored, rounded parts. Unknown is not zero: what is not known is null and named in `open`.
// Decision records 0002 to 0004; cases.md has the worked figures.
import { add, type MinorUnits, minor, subtract, sum, zero } from '../money/money.ts';
import { mergeTaxLines, netOf, ratesFor } from '../tax/tax-of.ts';
import { applyOrderDiscounts } from './order-discounts.ts';
import { type Portion, portionsOf } from './portions.ts';
import { type LineAmounts, priceLine, quantityRefusals } from './price-line.ts';
import { taxPortions } from './tax-portions.ts';
import type { OpenPart, OrderPricing, OrderTotals, PricedLine, PricedShipment, PriceOrderInput, PricingLine } from './types.ts';

/** Quantity that chooses the break of each line: over its group's counted lines without an override. */
function groupQuantities(lines: readonly PricingLine[]): ReadonlyMap<string, number> {
  const groups = new Map<string, number>();
  for (const line of lines) {
    if (line.breakGroup !== null && line.counted && line.override === null) groups.set(line.breakGroup, (groups.get(line.breakGroup) ?? 0) + line.quantity);
  }
  return groups;
}

function groupQuantityOf(line: PricingLine, groups: ReadonlyMap<string, number>): number {
  if (line.breakGroup === null || !line.counted || line.override !== null) return line.quantity;
  return groups.get(line.breakGroup) ?? line.quantity;
}

/** Prices that hold tax, and a customer who pays none: the net, derived once per line with the account's own rate (policy 2). */
function withoutTax(line: PricingLine, amounts: LineAmounts, input: PriceOrderInput): LineAmounts {
  if (input.priceMode !== 'tax_included' || input.exemption === null) return amounts;
  const rates = ratesFor(input.homeTax.rates, { category: line.taxCategory });
  const amount = netOf(amounts.amount, rates);
  const total = netOf(amounts.total, rates);
  return { ...amounts, amount, total, discount: subtract(amount, total) };
}

function totalsOf(
  input: PriceOrderInput,
  lines: readonly PricedLine[],
  shipments: readonly PricedShipment[],
  discount: MinorUnits,
  something: { readonly ships: boolean; readonly guess: MinorUnits },
): OrderTotals {
  const counted = new Set(input.lines.filter((line) => line.counted).map((line) => line.id));
  const inTotal = lines.filter((line) => counted.has(line.lineId));
  const items = sum(inTotal.map((line) => line.total));
  const charges = shipments.map((shipment) => shipment.charge);
  const shipping = !something.ships ? zero : charges.length === 0 || charges.includes(null) ? null : sum(charges.map((charge) => charge ?? zero));
  const known = [...inTotal.map((line) => line.tax), ...shipments.filter((shipment) => shipment.charge !== null).map((shipment) => shipment.tax)];
  const tax = known.includes(null) ? null : sum(known.map((each) => each ?? zero));
  const open: OpenPart[] = [...(shipping === null ? (['shipping'] as const) : []), ...(tax === null ? (['tax'] as const) : [])];
  const before = add(subtract(items, discount), shipping ?? sum(charges.map((charge) => charge ?? zero)));
  return {
    items,
    discount,
    shipping,
    tax,
    estimatedTax: tax === null ? something.guess : null,
    total: input.priceMode === 'tax_included' ? before : add(before, tax ?? zero),
    open,
  };
}

/**
 * Prices an order. In: lines with the price tables that apply, shipments with their charge, the tax of each place, discounts; amounts in
 * minor units, unit prices as decimals, rates in parts per million. Out: every line, shipment and total, each with where it came from.
 * Never refuses: what must be put right comes as blockers on lines and discounts.
 */
export function priceOrder(input: PriceOrderInput): OrderPricing {
  const groups = groupQuantities(input.lines);
  const priced = input.lines.map((line) => {
    const groupQuantity = groupQuantityOf(line, groups);
    return { line, groupQuantity, amounts: withoutTax(line, priceLine(line, groupQuantity, input.currency), input) };
  });
  const ships = priced.some(({ line }) => line.counted && line.ships);
  const portions = portionsOf(
    input,
    priced.map(({ line, amounts }) => ({ line, total: amounts.total })),
  );
  const discounted = applyOrderDiscounts(input.discounts, portions);
  const taxed = taxPortions(input, discounted.portions);
  const byLine = Map.groupBy(
    taxed.portions.filter((portion) => portion.lineId !== null),
    (portion) => portion.lineId,
  );
  const lines = priced.map(({ line, groupQuantity, amounts }): PricedLine => {
    const parts = byLine.get(line.id) ?? [];
    const taxLines = mergeTaxLines(parts.flatMap((part) => part.taxLines ?? []));
    return {
      lineId: line.id,
      ...amounts,
      orderDiscount: sum(parts.map((part) => part.discount)),
      tax: !line.counted ? zero : parts.some((part) => part.taxLines === null) ? null : sum(taxLines.map((each) => each.amount)),
      taxLines,
      groupQuantity,
      explanation: [...amounts.explanation, ...discounted.stepsOf(line.id)],
      blockers: [...amounts.blockers, ...(line.counted && line.kind === 'catalog' && line.override === null ? quantityRefusals(line, groupQuantity) : [])],
    };
  });
  const shipments = input.shipments.map((shipment): PricedShipment => {
    const part: (Portion & { readonly taxLines: PricedShipment['taxLines'] | null }) | undefined = taxed.portions.find(
      (portion) => portion.lineId === null && portion.shipmentId === shipment.id,
    );
    const taxLines = part?.taxLines ?? null;
    return {
      shipmentId: shipment.id,
      charge: ships ? shipment.charge : null,
      discount: part?.discount ?? zero,
      tax: part === undefined ? null : taxLines === null ? null : sum(taxLines.map((line) => line.amount)),
      taxLines: taxLines ?? [],
    };
  });
  const totals = totalsOf(input, lines, shipments, discounted.total, { ships, guess: taxed.guess });
  const pieces = input.lines.filter((line) => line.counted && line.kind !== 'charge' && line.kind !== 'credit');
  return {
    lines,
    shipments,
    discounts: discounted.amounts,
    taxLines: mergeTaxLines(taxed.portions.flatMap((portion) => portion.taxLines ?? [])),
    totals,
    itemCount: minor(pieces.reduce((count, line) => count + line.quantity, 0)),
  };
}
