// How an order is spread over several addresses while it is being entered: pure, so that the form only shows it.
import type { Address } from '@backdesk/contract/core/primitives.ts';
import type { OrderLine } from '@backdesk/contract/order/lines.ts';
import type { Order } from '@backdesk/contract/order/order.ts';
import { missingIn } from '../address/address-draft.ts';
import type { ShipmentEntry } from '../editing/order-op.ts';
import { linesToShip } from './lines-to-ship.ts';

export type PlannedShipment = {
  readonly id: string;
  readonly kind: 'ship' | 'pickup';
  /** Of a pickup: where it is fetched; null is the account's own place. */
  readonly pickupPlace: Order['shipping']['shipments'][number]['pickupPlace'];
  /** null: nothing chosen or typed yet. */
  readonly address: Address | null;
  /** Pieces by line id; a line that is missing has none here. */
  readonly pieces: Readonly<Record<string, number>>;
};

/** The shipments as they stand; an order that was not split yet begins with all of it at the first address and an empty second one. */
export function planOf(order: Order, secondId: string): readonly PlannedShipment[] {
  const everything = Object.fromEntries(linesToShip(order).map((line) => [line.id, line.quantity]));
  const plan = order.shipping.shipments.map(({ id, kind, address, pickupPlace, lines }) => ({
    id,
    kind,
    address,
    pickupPlace,
    pieces: lines === null ? everything : Object.fromEntries(lines.map(({ lineId, quantity }) => [lineId, quantity])),
  }));
  return plan.length > 1 ? plan : [...plan, newPlanned(secondId)];
}

export function newPlanned(id: string): PlannedShipment {
  return { id, kind: 'ship', address: null, pickupPlace: null, pieces: {} };
}

/** Pieces of a line that no shipment holds yet; below zero: more than are ordered. */
export function leftOf(plan: readonly PlannedShipment[], line: OrderLine): number {
  return plan.reduce((left, { pieces }) => left - (pieces[line.id] ?? 0), line.quantity);
}

export type PlanProblem =
  | { readonly kind: 'address'; readonly shipmentId: string }
  | { readonly kind: 'pieces'; readonly lineId: string; readonly left: number };

/** What keeps the plan from being saved as it is. An address that is `stored` somewhere is taken as it stands. */
export function problemsOf(order: Order, plan: readonly PlannedShipment[], stored: readonly (Address | null)[]): readonly PlanProblem[] {
  const holding = plan.filter(({ pieces }) => Object.values(pieces).some((quantity) => quantity > 0));
  const unaddressed = holding.filter(({ kind, address }) => kind === 'ship' && (address === null || Object.keys(missingIn(address, stored)).length > 0));
  return [
    ...unaddressed.map(({ id }): PlanProblem => ({ kind: 'address', shipmentId: id })),
    ...linesToShip(order).flatMap((line): PlanProblem[] => {
      const left = leftOf(plan, line);
      return left === 0 ? [] : [{ kind: 'pieces', lineId: line.id, left }];
    }),
  ];
}

/** The plan as it is sent: a shipment without pieces is none. */
export function entriesOf(plan: readonly PlannedShipment[]): readonly ShipmentEntry[] {
  return plan.flatMap(({ id, kind, address, pickupPlace, pieces }): ShipmentEntry[] => {
    const lines = Object.entries(pieces).flatMap(([lineId, quantity]) => (quantity > 0 ? [{ lineId, quantity }] : []));
    return lines.length === 0 ? [] : [{ id, kind, address, pickupPlace, lines }];
  });
}
