// A portion is one line in one shipment, a line that does not ship, or a shipment's charge: the unit of tax and of rounding. Its
// amounts are worked in the price mode of the order until all discounts are taken; `treatment.ts` says what of it is paid.
import { allocate } from '../money/allocate.ts';
import { type MinorUnits, minor, zero } from '../money/money.ts';
import { type Treatment, type TreatmentFinder, treatmentFinder } from './treatment.ts';
import type { PlaceTax, PriceOrderInput, PricingLine, PricingShipment } from './types.ts';

export type Portion = {
  /** Index in the input's lines; null: the charge of the shipment. */
  readonly line: number | null;
  /** Index in the input's shipments; null: it does not ship, or no shipment holds it. */
  readonly shipment: number | null;
  /** After upcharges and override, before the line discount. */
  readonly amount: MinorUnits;
  /** After the line discount, before order discounts. */
  readonly start: MinorUnits;
  /** What is left; order discounts lower it. */
  left: MinorUnits;
  readonly treatment: Treatment;
};

export type Portions = {
  readonly items: readonly Portion[];
  readonly charges: readonly Portion[];
  /** Portions of lines that do not count: priced and shown, in no total. */
  readonly shown: readonly Portion[];
  /** For each shipment whether it holds anything that ships. */
  readonly holds: readonly boolean[];
  readonly somethingShips: boolean;
  /** Pieces that ship but are in no shipment: their charge cannot be known. */
  readonly unassigned: boolean;
};

type PricedPart = { readonly amount: MinorUnits; readonly total: MinorUnits };
type Holder = { readonly shipment: number | null; readonly quantity: number };

/** Which shipments hold each line, from the explicit lists: one pass, so that 5,000 lines stay cheap. */
function holdersByLine(shipments: readonly PricingShipment[]): ReadonlyMap<string, readonly Holder[]> {
  const holders = new Map<string, Holder[]>();
  shipments.forEach((shipment, index) => {
    for (const part of shipment.lines ?? []) {
      if (part.quantity <= 0) continue;
      const known = holders.get(part.lineId);
      if (known === undefined) holders.set(part.lineId, [{ shipment: index, quantity: part.quantity }]);
      else known.push({ shipment: index, quantity: part.quantity });
    }
  });
  return holders;
}

function split(line: PricingLine, holders: readonly Holder[]): readonly Holder[] {
  const held = holders.reduce((sum, holder) => sum + holder.quantity, 0);
  const rest = Math.max(0, line.quantity - held);
  return rest > 0 || holders.length === 0 ? [...holders, { shipment: null, quantity: Math.ceil(rest) }] : holders;
}

/** What ships and has something hanging on it: setting up a screen is taxed where the shirts go. */
function carriersOf(lines: readonly PricingLine[]): ReadonlyMap<string | null, PricingLine> {
  const carrying = new Set(lines.flatMap(({ kind, parentLineId }) => (kind === 'charge' ? (parentLineId ?? []) : [])));
  return new Map(carrying.size === 0 ? [] : lines.flatMap((line) => (line.ships && carrying.has(line.id) ? [[line.id, line] as const] : [])));
}

/** Cuts the priced lines and the known charges into portions. Shipping that is not wholly known has no portions at all. */
export function portionsOf(input: PriceOrderInput, priced: readonly PricedPart[]): Portions {
  const treatments = treatmentFinder(input);
  const implicit = input.shipments.findIndex((shipment) => shipment.lines === null);
  const holders = holdersByLine(input.shipments);
  // Who pays no tax pays the net of prices that hold it, derived once per line (cases, policy 2): such a line is one portion wherever it goes.
  const isNetOnce = input.exemption !== null && input.priceMode === 'tax_included';
  const items: Portion[] = [];
  const shown: Portion[] = [];
  const holds = input.shipments.map(() => false);
  let somethingShips = false;
  let unassigned = false;
  const carriers = carriersOf(input.lines);
  input.lines.forEach((line, index) => {
    if (line.kind === 'section') return;
    const { amount, total } = priced[index] ?? { amount: zero, total: zero };
    const into = line.counted ? items : shown;
    const add = (shipment: number | null, place: PlaceTax | null, part: PricedPart) =>
      into.push({ line: index, shipment, amount: part.amount, start: part.total, left: part.total, treatment: treatments.forItem(place, line.taxCategory) });
    const carrier = line.ships ? line : line.kind === 'charge' ? carriers.get(line.parentLineId) : undefined;
    if (carrier === undefined) {
      add(null, input.billingTax, { amount, total });
      return;
    }
    const held: readonly Holder[] = implicit >= 0 ? [{ shipment: implicit, quantity: 1 }] : split(carrier, holders.get(carrier.id) ?? []);
    if (line.counted && line.ships) {
      somethingShips = true;
      for (const { shipment } of held) {
        if (shipment === null) unassigned = true;
        else holds[shipment] = true;
      }
    }
    const parts = isNetOnce ? held.slice(0, 1) : held;
    const weights = parts.map((part) => part.quantity);
    const amounts = parts.length === 1 ? [amount] : allocate(amount, weights);
    const totals = parts.length === 1 ? [total] : allocate(total, weights);
    parts.forEach(({ shipment }, at) => {
      add(shipment, shipment === null ? null : (input.shipments[shipment]?.tax ?? null), { amount: amounts[at] ?? zero, total: totals[at] ?? zero });
    });
  });
  input.shipments.forEach((shipment, index) => {
    if (somethingShips && shipment.lines === null) holds[index] = true;
  });
  return { items, shown, holds, somethingShips, unassigned, charges: chargePortions(input.shipments, holds, unassigned, treatments) };
}

function chargePortions(
  shipments: readonly PricingShipment[],
  holds: readonly boolean[],
  unassigned: boolean,
  treatments: TreatmentFinder,
): readonly Portion[] {
  const holding = shipments.map((shipment, index) => ({ shipment, index })).filter(({ index }) => holds[index] === true);
  if (unassigned || holding.some(({ shipment }) => shipment.charge === null)) return [];
  return holding.map(({ shipment, index }) => {
    const charge = minor(shipment.charge ?? 0);
    return { line: null, shipment: index, amount: charge, start: charge, left: charge, treatment: treatments.forCharge(shipment.tax) };
  });
}
