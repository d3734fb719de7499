// A portion is one line in one shipment (or a line that does not ship, or a shipment's charge): the unit of tax and of rounding.
import { allocate } from '../money/allocate.ts';
import { type MinorUnits, zero } from '../money/money.ts';
import type { PlaceTax, PriceOrderInput, PricingLine } from './types.ts';

export type Portion = {
  /** null: the charge of the shipment. */
  readonly lineId: string | null;
  /** null: it does not ship, or no shipment holds it. */
  readonly shipmentId: string | null;
  readonly taxCategory: string | null;
  readonly amount: MinorUnits;
  readonly discount: MinorUnits;
  /** null: the place is not known. */
  readonly place: PlaceTax | null;
};

function portionsOfLine(input: PriceOrderInput, line: PricingLine, total: MinorUnits): readonly Portion[] {
  const portion = { lineId: line.id, taxCategory: line.taxCategory, discount: zero };
  if (!line.ships) return [{ ...portion, shipmentId: null, amount: total, place: input.billingTax }];
  const whole = input.shipments.find((shipment) => shipment.lines === null);
  if (whole !== undefined) return [{ ...portion, shipmentId: whole.id, amount: total, place: whole.tax }];
  const holders = input.shipments.flatMap((shipment) =>
    (shipment.lines ?? []).filter((part) => part.lineId === line.id).map((part) => ({ shipment, quantity: part.quantity })),
  );
  const unassigned = Math.max(0, line.quantity - holders.reduce((sum, holder) => sum + holder.quantity, 0));
  const amounts = allocate(total, [...holders.map((holder) => holder.quantity), ...(unassigned > 0 || holders.length === 0 ? [unassigned] : [])]);
  return amounts.map((amount, index) => {
    const shipment = holders[index]?.shipment;
    return { ...portion, shipmentId: shipment?.id ?? null, amount, place: shipment?.tax ?? null };
  });
}

/** All portions of the counted lines in line order, then the known charges of the shipments. */
export function portionsOf(input: PriceOrderInput, lines: readonly { readonly line: PricingLine; readonly total: MinorUnits }[]): readonly Portion[] {
  const counted = lines.filter(({ line }) => line.counted);
  const charges = counted.some(({ line }) => line.ships)
    ? input.shipments.flatMap((shipment): readonly Portion[] =>
        shipment.charge === null
          ? []
          : [{ lineId: null, shipmentId: shipment.id, taxCategory: null, amount: shipment.charge, discount: zero, place: shipment.tax }],
      )
    : [];
  return [...counted.flatMap(({ line, total }) => portionsOfLine(input, line, total)), ...charges];
}
