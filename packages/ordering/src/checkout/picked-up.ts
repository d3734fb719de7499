// Where an order is fetched, while it is being entered.
import type { Order } from '@backdesk/contract/order/order.ts';
import type { CheckoutFace, Place } from './checkout-face.ts';

/** A place with its address; both null: the account's own place. */
export type PickedUp = Pick<Order['shipping']['shipments'][number], 'address' | 'pickupPlace'>;

export const atOwnPlace: PickedUp = { address: null, pickupPlace: null };

export function pickedUpAt({ id, name, hours, address }: Place): PickedUp {
  return { address, pickupPlace: { id, name, hours } };
}

/** Where the order is picked up now; else the only place there is; null: somebody has to choose. */
export function pickedUpOf(order: Order, { items, own }: Pick<CheckoutFace['places'], 'items' | 'own'>): PickedUp | null {
  const fetched = order.shipping.shipments.find(({ kind }) => kind === 'pickup');
  if (fetched !== undefined) return { address: fetched.address, pickupPlace: fetched.pickupPlace };
  const [only, ...others] = items;
  if (only === undefined) return own ? atOwnPlace : null;
  return others.length === 0 ? pickedUpAt(only) : null;
}
