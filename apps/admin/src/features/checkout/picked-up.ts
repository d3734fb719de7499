// Where an order is fetched, while it is being entered.
import type { Order } from '@backdesk/contract/order/schema.ts';
import type { PickupPlaceJson } from '@backdesk/contract/settings/schema.ts';

/** A place with its address; both null: the account's own place. */
export type PickedUp = Pick<Order['shipping']['shipments'][number], 'address' | 'pickupPlace'>;

export const atOwnPlace: PickedUp = { address: null, pickupPlace: null };

export function pickedUpAt({ id, name, hours, address }: PickupPlaceJson): PickedUp {
  return { address, pickupPlace: { id, name, hours } };
}

/** Where the order is picked up now; else the only place there is; null: somebody has to choose. */
export function pickedUpOf(order: Order, places: readonly PickupPlaceJson[]): PickedUp | null {
  const fetched = order.shipping.shipments.find(({ kind }) => kind === 'pickup');
  if (fetched !== undefined) return { address: fetched.address, pickupPlace: fetched.pickupPlace };
  const [only, ...others] = places.filter(({ active }) => active);
  if (only === undefined) return atOwnPlace;
  return others.length === 0 ? pickedUpAt(only) : null;
}
