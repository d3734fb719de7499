// What of a submitted order has still to go out. Fulfilment is derived from what went out and is never set: an order is shipped when
// every piece that ships has left, in part when some have. Design "Stages"; decision record 0049.

/** A line as far as shipping goes. `isCounted`: ordered, and not an option that was left out. */
export type ShippingLine = { readonly id: string; readonly ships: boolean; readonly quantity: number; readonly isCounted: boolean };
/** `lines` null: it holds every line that ships. */
export type PlannedShipment = { readonly id: string; readonly lines: readonly Pieces[] | null };
export type Pieces = { readonly lineId: string; readonly quantity: number };
/** What went out together. One that was taken back counts as never gone. */
export type GoneOut = { readonly shipmentId: string; readonly isVoided: boolean; readonly lines: readonly Pieces[] };

export type Shippable = { readonly lines: readonly ShippingLine[]; readonly shipments: readonly PlannedShipment[]; readonly fulfilments: readonly GoneOut[] };

type OrderedLine = Omit<ShippingLine, 'isCounted'> & { readonly optional: boolean; readonly chosen: boolean };

/** Lines of an order as far as shipping goes: an option that was not chosen is not ordered. */
export const shippingLines = (lines: readonly OrderedLine[]): readonly ShippingLine[] =>
  lines.map(({ id, ships, quantity, optional, chosen }) => ({ id, ships, quantity, isCounted: !optional || chosen }));

export type OpenPieces = { readonly shipmentId: string; readonly lineId: string; readonly ordered: number; readonly open: number };

/** By shipment and line, in their order: how many were ordered for it and how many have not gone out. */
export function openToShip({ lines, shipments, fulfilments }: Shippable): readonly OpenPieces[] {
  const shipping = new Map(lines.filter(({ ships, isCounted }) => ships && isCounted).map((line) => [line.id, line]));
  return shipments.flatMap(({ id, lines: held }) => {
    const gone = new Map<string, number>();
    for (const { shipmentId, isVoided, lines: pieces } of fulfilments)
      if (shipmentId === id && !isVoided) for (const { lineId, quantity } of pieces) gone.set(lineId, (gone.get(lineId) ?? 0) + quantity);
    const planned = held ?? [...shipping.values()].map((line) => ({ lineId: line.id, quantity: line.quantity }));
    return planned
      .filter(({ lineId }) => shipping.has(lineId))
      .map(({ lineId, quantity }) => ({ shipmentId: id, lineId, ordered: quantity, open: Math.max(0, quantity - (gone.get(lineId) ?? 0)) }));
  });
}

export type FulfilmentStatus = 'unshipped' | 'part_shipped' | 'shipped';

/** An order of which nothing ships is `unshipped`: nothing ever left. */
export function fulfilmentStatus(order: Shippable): FulfilmentStatus {
  if (order.fulfilments.every(({ isVoided }) => isVoided)) return 'unshipped';
  const parts = openToShip(order);
  if (!parts.some(({ ordered, open }) => open < ordered)) return 'unshipped';
  return parts.every(({ open }) => open === 0) ? 'shipped' : 'part_shipped';
}
