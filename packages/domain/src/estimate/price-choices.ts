// The total of a revision for the choices made in it: the one calculator over the frozen content. The estimate page runs it
// for live totals, the server for what is accepted; neither reads a catalogue or today's rates.
import { type MinorUnits, minor, zero } from '../money/money.ts';
import { priceOrder } from '../pricing/price-order.ts';
import type { DiscountValue, OrderPricing, PriceOrderInput, PricingLine } from '../pricing/types.ts';
import { quoteRate } from '../shipping/quote-rate.ts';
import type { ShippingRateTerms } from '../shipping/types.ts';
import { chosenLines, type EstimateChoices } from './choices.ts';
import type { PromisedDiscount, PromisedEstimate, PromisedLine, PromisedShipment } from './promise.ts';

export type PricedChoices = {
  readonly lines: readonly PromisedLine[];
  readonly shipments: readonly PromisedShipment[];
  /** Of each shipment, in the price mode: what the calculator was given, not what is paid of it. null: not known. */
  readonly charges: readonly (MinorUnits | null)[];
  readonly pricing: OrderPricing;
};

/**
 * Prices the promised lines as chosen. Without a choice it gives the frozen totals again. Shipping is quoted from the frozen terms of
 * its rate when what is shipped differs; a rate that does not serve the new parcel leaves shipping open.
 */
export function priceChoices(promise: PromisedEstimate, choices: EstimateChoices): PricedChoices {
  const lines = chosenLines(promise.lines, choices);
  const shipments = promise.shipments.map((shipment) => heldAnew(shipment, promise.lines, lines));
  const isAsFrozen = lines.length === promise.lines.length && lines.every((line, index) => line === promise.lines[index]);
  const frozenCharges = promise.shipments.map(frozenCharge);
  const first = priceOrder(inputOf(promise, lines, shipments, frozenCharges));
  if (isAsFrozen) return { lines, shipments, charges: frozenCharges, pricing: first };
  const charges = shipments.map((shipment) => chargeOf(shipment, lines, first.totals.items));
  return { lines, shipments, charges, pricing: priceOrder(inputOf(promise, lines, shipments, charges)) };
}

function inputOf(
  promise: PromisedEstimate,
  lines: readonly PromisedLine[],
  shipments: readonly PromisedShipment[],
  charges: readonly (MinorUnits | null)[],
): PriceOrderInput {
  const { currency, policies, discounts, tax } = promise;
  return {
    currency,
    priceMode: policies.priceMode,
    taxRounding: policies.taxRounding,
    includedElsewhere: policies.includedElsewhere,
    lines: lines.map(pricingLine),
    shipments: shipments.map(({ id, lines: held, taxPlace }, index) => ({ id, lines: held, charge: charges[index] ?? null, tax: taxPlace })),
    discounts: discounts.map(({ id, source, label, value, reach, productIds = null }) => ({ id, source, label, value: discountOf(value), reach, productIds })),
    billingTax: tax.billing,
    homeTax: tax.home,
    exemption: tax.exemption,
  };
}

function discountOf(value: PromisedDiscount): DiscountValue {
  return value.kind === 'percentage' ? value : { kind: 'fixed', amount: minor(value.amount) };
}

/** A promised line as the calculator takes it. */
export function pricingLine(line: PromisedLine): PricingLine {
  const { overrideUnitPrice } = line;
  return {
    id: line.id,
    kind: line.kind,
    productId: line.productId ?? null,
    parentLineId: line.parentLineId,
    quantity: line.quantity,
    counted: !line.optional || line.chosen,
    breakGroup: line.breakGroup,
    priceTable: line.priceTable,
    unitPrice: line.typedUnitPrice,
    upcharges: line.upcharges.map((upcharge) => ({ ...upcharge, perLine: minor(upcharge.perLine) })),
    override: overrideUnitPrice === null ? null : { unitPrice: overrideUnitPrice, reason: '', by: '' },
    discount: line.discount === null ? null : discountOf(line.discount),
    quantityRule: line.quantityRule,
    taxCategory: line.taxCategory,
    ships: line.ships,
    weightGrams: line.weightGrams,
  };
}

/** A shipment of its own lines holds what is left of them; a quantity that was chosen is held by one shipment alone (who freezes sees to it). */
function heldAnew(shipment: PromisedShipment, before: readonly PromisedLine[], lines: readonly PromisedLine[]): PromisedShipment {
  if (shipment.lines === null) return shipment;
  const promised = new Map(before.map(({ id, quantity }) => [id, quantity]));
  const chosen = new Map(lines.map(({ id, quantity }) => [id, quantity]));
  const held = shipment.lines.flatMap((part) => {
    const quantity = chosen.get(part.lineId);
    if (quantity === undefined) return [];
    return [quantity === promised.get(part.lineId) ? part : { lineId: part.lineId, quantity }];
  });
  return { ...shipment, lines: held };
}

/** As it was chosen; what is paid of it the calculator works out, as it did when it was frozen. */
function frozenCharge({ kind, amount, method }: PromisedShipment): MinorUnits | null {
  if (kind === 'pickup') return zero;
  return amount === null ? null : minor(method?.amount ?? amount);
}

function chargeOf(shipment: PromisedShipment, lines: readonly PromisedLine[], itemsAmount: MinorUnits): MinorUnits | null {
  const { amount, method, kind } = shipment;
  if (kind === 'pickup') return zero;
  if (amount === null || method === null) return null;
  const { terms } = method;
  if (terms === null || terms === undefined) return minor(method.amount);
  return quoteRate(terms as ShippingRateTerms, { weightGrams: weightOf(shipment, lines), itemsAmount });
}

function weightOf({ lines: held }: PromisedShipment, lines: readonly PromisedLine[]): number {
  const quantities = held === null ? null : new Map(held.map(({ lineId, quantity }) => [lineId, quantity]));
  return lines.reduce((grams, line) => {
    if (!line.ships || (line.optional && !line.chosen)) return grams;
    return grams + (line.weightGrams ?? 0) * (quantities === null ? line.quantity : (quantities.get(line.id) ?? 0));
  }, 0);
}
