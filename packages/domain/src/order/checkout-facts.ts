// What the checkout steps are judged by. Facts, not a stage: design "Checkout".
import type { CheckoutStepName, Refusal } from '../core/refusal.ts';
import type { MinorUnits } from '../money/money.ts';
import { matchZone } from '../shipping/match-zone.ts';
import type { ChosenMethod, Parcel, ShippingRateTerms, ShippingZone } from '../shipping/types.ts';
import type { Address, AllowedPayment, PaymentChoice, StepInputs } from './types.ts';

export type CheckoutLine = {
  readonly id: string;
  readonly quantity: number;
  readonly ships: boolean;
  readonly counted: boolean;
  /** Grams a piece; null counts as 0. */
  readonly weightGrams: number | null;
};

/** A shipment as it is entered. */
export type EnteredShipment = {
  readonly id: string;
  readonly kind: 'ship' | 'pickup';
  readonly address: Address | null;
  readonly method: ChosenMethod | null;
  /** null: it holds every line that ships. */
  readonly lines: readonly { readonly lineId: string; readonly quantity: number }[] | null;
};

/** A shipment beside what the account's tables say about it today. */
export type CheckoutShipment = EnteredShipment & {
  /** Whether some zone reaches its address; true while there is none, or it is fetched. */
  readonly isServed: boolean;
  /** What the chosen rate charges by today; null: it is gone from the zone that serves the address, or none is chosen. */
  readonly termsNow: ShippingRateTerms | null;
};

export type CheckoutFacts = {
  readonly customerId: string | null;
  readonly lines: readonly CheckoutLine[];
  readonly shipments: readonly CheckoutShipment[];
  readonly billing: { readonly sameAsShipping: boolean; readonly address: Address | null };
  readonly payment: PaymentChoice | null;
  /** The customer's number for the order: a purchase order needs one. */
  readonly poNumber: string;
  /** `fields.missing` of the account's own fields. */
  readonly missingFields: readonly Refusal[];
  readonly allowedPayments: readonly AllowedPayment[];
  /** What is to be paid as far as it is known, minor units. */
  readonly totalAmount: MinorUnits;
  /** The items total: what a rate by items, or one that is free from a total on, hangs on. */
  readonly itemsAmount: MinorUnits;
  /** Where the account sends from, as one text; null when it has not said. */
  readonly origin: string | null;
  /** What each completed step was completed with, as stored. */
  readonly completed: Readonly<Partial<Record<CheckoutStepName, StepInputs>>>;
};

/** Looks up in the account's zones whether a shipment is served and what its chosen rate charges by today. */
export function shipmentUnder(zones: readonly ShippingZone[], shipment: EnteredShipment): CheckoutShipment {
  const { kind, address, method } = shipment;
  if (kind === 'pickup' || address === null) return { ...shipment, isServed: true, termsNow: null };
  const zone = matchZone(zones, address);
  return { ...shipment, isServed: zone !== null, termsNow: zone?.rates.find(({ id }) => id === method?.rateId)?.terms ?? null };
}

/** Whether anything in the order has to be sent. */
export function somethingShips(facts: Pick<CheckoutFacts, 'lines'>): boolean {
  return facts.lines.some((line) => line.ships && line.counted);
}

/** Pieces of each line in a shipment, in line order. */
export function linesOfShipment(
  facts: Pick<CheckoutFacts, 'lines'>,
  shipment: Pick<CheckoutShipment, 'lines'>,
): readonly { readonly line: CheckoutLine; readonly quantity: number }[] {
  const shipping = facts.lines.filter((line) => line.ships && line.counted);
  if (shipment.lines === null) return shipping.map((line) => ({ line, quantity: line.quantity }));
  const quantities = new Map(shipment.lines.map((part) => [part.lineId, part.quantity]));
  return shipping.flatMap((line) => {
    const quantity = quantities.get(line.id);
    return quantity === undefined ? [] : [{ line, quantity }];
  });
}

/** The shipments that have something to send: only these need an address and a method. */
export function shipmentsSent(facts: Pick<CheckoutFacts, 'lines' | 'shipments'>): readonly CheckoutShipment[] {
  // Asked at every key: of the one that holds all of 5,000 lines the first that ships is enough.
  const isFilled = (shipment: CheckoutShipment) => (shipment.lines === null ? somethingShips(facts) : linesOfShipment(facts, shipment).length > 0);
  return facts.shipments.filter((shipment) => shipment.kind === 'ship' && isFilled(shipment));
}

/** Lines of which the shipments hold more or less than is ordered; none while one shipment holds all. */
export function linesHeldOtherwise(
  facts: Pick<CheckoutFacts, 'lines' | 'shipments'>,
): readonly { readonly lineId: string; readonly ordered: number; readonly held: number }[] {
  if (facts.shipments.some(({ lines }) => lines === null)) return [];
  const held = new Map<string, number>();
  for (const part of facts.shipments.flatMap(({ lines }) => lines ?? [])) held.set(part.lineId, (held.get(part.lineId) ?? 0) + part.quantity);
  return facts.lines
    .filter((line) => line.ships && line.counted && line.quantity !== (held.get(line.id) ?? 0))
    .map((line) => ({ lineId: line.id, ordered: line.quantity, held: held.get(line.id) ?? 0 }));
}

/** Weight of a shipment in grams. */
export function weightOfShipment(facts: Pick<CheckoutFacts, 'lines'>, shipment: Pick<CheckoutShipment, 'lines'>): number {
  return linesOfShipment(facts, shipment).reduce((grams, { line, quantity }) => grams + (line.weightGrams ?? 0) * quantity, 0);
}

/** What a rate is quoted for. */
export function parcelOf(facts: Pick<CheckoutFacts, 'lines' | 'itemsAmount'>, shipment: Pick<CheckoutShipment, 'lines'>): Parcel {
  return { weightGrams: weightOfShipment(facts, shipment), itemsAmount: facts.itemsAmount };
}
