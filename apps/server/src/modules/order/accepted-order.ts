// The order as a revision froze it, with the customer's choices: what an acceptance binds. Pure. What the estimate left open
// (an address, a method, tax) stays as the order has it; what staff wrote for themselves stays too.
import { isDeepStrictEqual } from 'node:util';
import type { FrozenEstimate, FrozenLine } from '@backdesk/contract/estimate/frozen.ts';
import type { LinePart } from '@backdesk/domain/catalog/parts.ts';
import type { EstimateChoices } from '@backdesk/domain/estimate/choices.ts';
import { depositTerms } from '@backdesk/domain/estimate/deposit.ts';
import { type PricedChoices, priceChoices } from '@backdesk/domain/estimate/price-choices.ts';
import type { PromisedLine } from '@backdesk/domain/estimate/promise.ts';
import { type MinorUnits, minor } from '@backdesk/domain/money/money.ts';
import type { DiscountValue, PlaceTax } from '@backdesk/domain/pricing/types.ts';
import type { ChosenMethod, ShippingRateTerms } from '@backdesk/domain/shipping/types.ts';
import { completeStep } from './checkout-of.ts';
import { zonesAsPromised } from './held-facts.ts';
import type { LineRecord, OrderRecord, PricingFacts, ShipmentRecord } from './order-record.ts';
import { positionGap } from './position-gap.ts';
import { priceRecord } from './price-record.ts';
import { paymentTermsOf } from './terms-of.ts';

/** The order brought to what this content and these choices say, priced from the frozen tables alone. */
export function acceptedOrder(order: OrderRecord, content: FrozenEstimate, choices: EstimateChoices, now: Date): OrderRecord {
  const priced = priceChoices(content, choices);
  const shipments = shipmentsOf(order, content, priced);
  const restored: OrderRecord = {
    ...order,
    priceMode: content.policies.priceMode,
    taxRounding: content.policies.taxRounding,
    includedElsewhere: content.policies.includedElsewhere,
    lines: linesOf(order, content, priced),
    shipments,
    discounts: same(order.discounts, discountsOf(order, content)),
    billing: billingOf(order, content),
    facts: factsOf(order.facts, content, shipments),
    ...askedFor(order, content, { choices, priced }),
  };
  if (priced.pricing.totals.shipping === null) return priceRecord(restored);
  // The method was quoted for what was chosen: a rate that hangs on the items total is completed with that of the choices.
  return priceRecord(completeStep({ ...restored, pricing: priced.pricing }, 'shipping-method', now));
}

/** Payment terms and deposit as promised; a revision of before they were kept says nothing of them. */
function askedFor(
  order: OrderRecord,
  content: FrozenEstimate,
  { choices, priced }: { readonly choices: EstimateChoices; readonly priced: PricedChoices },
): Partial<OrderRecord> {
  const { paymentTerms } = content;
  const term = depositTerms(content, choices, priced)?.accepted ?? null;
  const isSame = (paymentTermsOf(order)?.terms ?? '') === paymentTerms;
  return {
    ...(paymentTerms !== undefined && !isSame && { paymentTerms: { terms: paymentTerms, from: 'order' as const } }),
    ...(content.deposit !== undefined && { deposit: same(order.deposit, term === null ? null : discountOf(term)) }),
  };
}

/** Keeps what is equal: the store writes only what is another object. */
const same = <Value>(before: Value, now: Value): Value => (isDeepStrictEqual(before, now) ? before : now);

const discountOf = (value: NonNullable<FrozenLine['discount']>): DiscountValue =>
  value.kind === 'percentage' ? { kind: value.kind, ppm: value.ppm } : { kind: value.kind, amount: minor(value.amount) };

function linesOf(order: OrderRecord, content: FrozenEstimate, { lines: chosen }: PricedChoices): readonly LineRecord[] {
  const known = new Map(order.lines.map((line) => [line.id, line]));
  const frozen = new Map(content.lines.map((line) => [line.id, line]));
  const lines = chosen.flatMap((choice) => {
    const line = frozen.get(choice.id);
    return line === undefined ? [] : [promisedLine(known.get(choice.id), line, choice, content)];
  });
  const isInOrder = lines.every((line, index) => index === 0 || line.position > (lines[index - 1]?.position ?? 0));
  const placed = isInOrder ? lines : lines.map((line, index) => ({ ...line, position: (index + 1) * positionGap }));
  return placed.length === order.lines.length && placed.every((line, index) => line === order.lines[index]) ? order.lines : placed;
}

/** One frozen line as a line of the order; `before` is what the order has under its id. */
export function promisedLine(
  before: LineRecord | undefined,
  line: FrozenLine,
  choice: Pick<PromisedLine, 'quantity' | 'parentLineId' | 'optional' | 'chosen'>,
  content: FrozenEstimate,
): LineRecord {
  const { overrideUnitPrice, priceTable } = line;
  const override = before?.override ?? null;
  const kept = { position: 0, noteInternal: '', fieldVersions: {}, ...before };
  const isConfigured = before !== undefined && isConfiguredAsPromised(before, line);
  const promised: LineRecord = {
    id: line.id,
    kind: line.kind,
    parentLineId: choice.parentLineId,
    productId: line.productId,
    variantId: line.variantId,
    name: line.name,
    sku: line.sku,
    productCode: line.productCode,
    options: line.options,
    imageUrl: line.imageUrl,
    configuration: isConfigured ? before.configuration : (line.configuration as LineRecord['configuration']),
    answers: isConfigured ? before.answers : (line.answers ?? []).map((answer) => ({ optionId: '', state: 'answered', ...answer })),
    quantity: choice.quantity,
    unitPrice: line.typedUnitPrice,
    priceTable: priceTable === null ? null : { source: 'revision', label: `Estimate r${content.revision}`, breaks: priceTable.breaks },
    breakGroup: line.breakGroup,
    quantityRule: line.quantityRule,
    upcharges: line.upcharges.map((upcharge) => ({ ...upcharge, perLine: minor(upcharge.perLine) })),
    charges: before?.charges ?? [],
    chargeId: before?.chargeId ?? null,
    parts: before?.parts ?? partsOf(line, content),
    partId: before?.partId ?? line.partId ?? null,
    override:
      overrideUnitPrice === null
        ? null
        : override?.unitPrice === overrideUnitPrice
          ? override
          : { unitPrice: overrideUnitPrice, reason: `As on estimate r${content.revision}`, by: content.issuedBy },
    discount: line.discount === null ? null : discountOf(line.discount),
    optional: choice.optional,
    chosen: choice.chosen,
    choiceGroup: line.choiceGroup,
    quantityBounds: line.quantityBounds ?? null,
    taxCategory: line.taxCategory,
    ships: line.ships,
    weightGrams: line.weightGrams,
    cost: before?.cost ?? null,
    unavailable: before?.unavailable ?? null,
    noteCustomer: line.note,
    position: kept.position,
    noteInternal: kept.noteInternal,
    fieldVersions: kept.fieldVersions,
  };
  return before === undefined ? promised : same(before, promised);
}

/** Whether its answers are the promised ones. What was left open and is answered since belongs to them, as long as that adds nothing to the price. */
function isConfiguredAsPromised(before: LineRecord, { configuration, upcharges }: FrozenLine): boolean {
  if (isDeepStrictEqual(before.configuration, configuration)) return true;
  return isDeepStrictEqual(before.upcharges, upcharges) && Object.entries(configuration).every(([option, answer]) => before.configuration[option] === answer);
}

/** What a bundle was made of when it was frozen, for one that is no longer in the order: its lines of then say it. */
function partsOf(bundle: FrozenLine, { lines }: FrozenEstimate): readonly LinePart[] {
  if (bundle.kind !== 'bundle') return [];
  const pricing = bundle.typedUnitPrice === null ? 'fixed' : 'summed';
  return lines.flatMap((line): readonly LinePart[] => {
    const { partId, productId, variantId, name, sku, productCode, options, imageUrl, priceTable, breakGroup, taxCategory, ships, weightGrams } = line;
    if (line.parentLineId !== bundle.id || partId === undefined || productId === null || variantId === null) return [];
    return [
      {
        ...{ productId, variantId, name, sku, productCode, options, imageUrl, priceTable, breakGroup, taxCategory, ships, weightGrams, pricing },
        id: partId,
        quantity: Math.max(1, Math.round(line.quantity / bundle.quantity)),
        answers: [],
        unavailable: null,
      },
    ];
  });
}

/** As promised, all of them valid: one that was not is none of the promise, and what became of one since does not count against it. */
function discountsOf(order: OrderRecord, content: FrozenEstimate): OrderRecord['discounts'] {
  const known = new Map(order.discounts.map((discount) => [discount.id, discount]));
  return content.discounts.map(({ id, source, label, value, reach, productIds = null, code }) => ({
    ...{ id, source, label, value: discountOf(value), reach, productIds },
    code: code ?? known.get(id)?.code ?? null,
    refused: null,
  }));
}

function shipmentsOf(order: OrderRecord, content: FrozenEstimate, { shipments, charges: charged }: PricedChoices): readonly ShipmentRecord[] {
  const known = new Map(order.shipments.map((shipment) => [shipment.id, shipment]));
  const charges = new Map(shipments.map(({ id }, index) => [id, charged[index] ?? null]));
  const restored = content.shipments.map((frozen, position): ShipmentRecord => {
    const before = known.get(frozen.id);
    const address = frozen.address ?? before?.address ?? null;
    const charge = charges.get(frozen.id) ?? null;
    const shipment: ShipmentRecord = {
      id: frozen.id,
      position,
      kind: frozen.kind,
      address,
      pickupPlace: before?.pickupPlace ?? null,
      // What was left open, and what the choices outgrew, is as the order has it by now.
      method:
        frozen.method === null || frozen.amount === null || charge === null
          ? (before?.method ?? null)
          : methodOf(before?.method ?? null, frozen.method, charge),
      lines: shipments.find(({ id }) => id === frozen.id)?.lines ?? null,
      fieldVersions: before?.fieldVersions ?? {},
    };
    return before === undefined ? shipment : same(before, shipment);
  });
  const isSame = restored.length === order.shipments.length && restored.every((shipment, index) => shipment === order.shipments[index]);
  return isSame ? order.shipments : restored;
}

type FrozenMethod = NonNullable<FrozenEstimate['shipments'][number]['method']>;

function methodOf(before: ChosenMethod | null, { rateId, name, amount, terms }: FrozenMethod, charged: MinorUnits): ChosenMethod | null {
  // Its own terms were frozen with it: the same rate may have been chosen anew since, at others.
  if (rateId !== null && terms !== undefined) return same<ChosenMethod | null>(before, { rateId, name, amount: charged, terms: terms as ShippingRateTerms });
  if (before !== null && before.rateId === rateId && before.name === name) return same(before, { ...before, amount: charged });
  if (rateId === null) return { rateId, name, amount: charged, reason: 'As on the accepted estimate', by: '' };
  return { rateId, name, amount: charged, terms: { kind: 'flat', amount: minor(amount) } };
}

function billingOf(order: OrderRecord, { billing }: FrozenEstimate): OrderRecord['billing'] {
  return billing.address === null ? order.billing : same(order.billing, billing);
}

/** Tax as frozen, and the chosen rates at the terms they were frozen with: an edited or deleted rate makes no promise stale. */
function factsOf(facts: PricingFacts, { shipments, tax }: FrozenEstimate, restoredShipments: readonly ShipmentRecord[]): PricingFacts {
  const places = shipments.flatMap(({ id, taxPlace }): readonly (readonly [string, PlaceTax])[] => (taxPlace === null ? [] : [[id, taxPlace]]));
  const restored: PricingFacts = {
    ...facts,
    shipmentTax: { ...facts.shipmentTax, ...Object.fromEntries(places) },
    billingTax: tax.billing ?? facts.billingTax,
    homeTax: tax.home,
    exemption: tax.exemption,
    zones: zonesAsPromised(facts.zones, restoredShipments),
  };
  return same(facts, restored);
}

/** What of an order a customer agreed to, to be compared: lines that count and what they cost, where it goes, what it comes to. */
function promiseOf(order: OrderRecord): unknown {
  const { pricing } = order;
  const priced = new Map(pricing.lines.map((line) => [line.lineId, line]));
  const isRefused = new Set(order.discounts.flatMap(({ id, refused = null }) => (refused === null ? [] : id)));
  const shipped = new Map(pricing.shipments.map((shipment) => [shipment.shipmentId, shipment]));
  return {
    lines: inOrder(order.lines.filter((line) => !line.optional || line.chosen)).map((line) => {
      const { id, variantId, name, sku, quantity, configuration, parentLineId } = line;
      const { unitPrice, total } = priced.get(id) ?? {};
      return { id, variantId, name, sku, quantity, configuration, parentLineId, unitPrice, total };
    }),
    discounts: pricing.discounts.flatMap(({ discountId, amount }) => (isRefused.has(discountId) ? [] : [{ discountId, amount }])),
    shipments: order.shipments.map(({ id, kind, address, lines, method }) => ({
      id,
      kind,
      address,
      lines,
      method: method?.name,
      charge: shipped.get(id)?.charge,
    })),
    totals: pricing.totals,
    taxLines: pricing.taxLines,
    paymentTerms: paymentTermsOf(order)?.terms ?? '',
    deposit: order.deposit,
  };
}

/** As they stand; what hangs on one line in one order, wherever a charge was put that passed to it from another. */
function inOrder(lines: readonly LineRecord[]): readonly LineRecord[] {
  const hanging = Map.groupBy(
    lines.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    ({ parentLineId }) => parentLineId,
  );
  const heads = lines.filter(({ parentLineId }) => parentLineId === null);
  const known = new Set(heads.map(({ id }) => id));
  const others = lines.filter(({ parentLineId }) => parentLineId !== null && !known.has(parentLineId));
  return [...heads.flatMap((line) => [line, ...(hanging.get(line.id) ?? [])]), ...others];
}

/** Whether the working copy is not what was promised any more. Filling in what the estimate left open is no difference. */
export function isAnotherPromise(order: OrderRecord, promised: OrderRecord): boolean {
  return !isDeepStrictEqual(promiseOf(order), promiseOf(promised));
}
