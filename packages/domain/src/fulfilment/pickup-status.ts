// What of an order is fetched: pieces set aside wait until somebody comes for them. Derived like what has shipped, and never set.
import type { FulfilmentStatus } from './open-to-ship.ts';

export type SetAside = { readonly shipmentId: string; readonly isVoided: boolean; readonly fetchedOn: string | null };
type Kinds = readonly { readonly id: string; readonly kind: 'ship' | 'pickup' }[];

/** waiting: something is ready and was not fetched yet; fetched: all that went out was. null: nothing waits, and not all of it was fetched. */
export type PickupStatus = 'waiting' | 'fetched' | null;

export function pickupStatus({ shipments, fulfilments }: { readonly shipments: Kinds; readonly fulfilments: readonly SetAside[] }): PickupStatus {
  const pickups = new Set(shipments.filter(({ kind }) => kind === 'pickup').map(({ id }) => id));
  const gone = fulfilments.filter(({ isVoided }) => !isVoided);
  const setAside = gone.filter(({ shipmentId }) => pickups.has(shipmentId));
  if (setAside.some(({ fetchedOn }) => fetchedOn === null)) return 'waiting';
  return setAside.length > 0 && setAside.length === gone.length ? 'fetched' : null;
}

/** How far an order has come, as it is told: pieces that are fetched were never shipped. `part_…`: more is to come. */
export type FulfilmentStanding = FulfilmentStatus | 'ready' | 'part_ready' | 'fetched' | 'part_fetched';

export function fulfilmentStanding(order: { readonly fulfilmentStatus: FulfilmentStatus; readonly pickupStatus: PickupStatus }): FulfilmentStanding {
  const { fulfilmentStatus: status, pickupStatus: pickup } = order;
  if (status === 'unshipped' || pickup === null) return status;
  const isPart = status === 'part_shipped';
  if (pickup === 'waiting') return isPart ? 'part_ready' : 'ready';
  return isPart ? 'part_fetched' : 'fetched';
}
