import type { Address } from '@backdesk/domain/order/types.ts';
import { matchZone } from '@backdesk/domain/shipping/match-zone.ts';
import type { CommandContext } from '../context.ts';
import type { SettingsFacts } from '../settings/queries/pricing-facts.ts';
import type { OrderRecord, ShipmentRecord } from './order-record.ts';

/** All of it in one shipment to one address. */
export function shipTo({ newId }: Pick<CommandContext, 'newId'>, { shipments: [first] }: OrderRecord, address: Address | null): readonly ShipmentRecord[] {
  if (first === undefined) return [{ id: newId(), position: 0, kind: 'ship', address, pickupPlace: null, method: null, lines: null, fieldVersions: {} }];
  return [{ ...first, kind: 'ship', address, pickupPlace: null, lines: null }];
}

/** The shipments as a write names them, to tell whether they changed. */
export const shippingShown = (shipments: readonly ShipmentRecord[]) =>
  shipments.map(({ id, kind, address, pickupPlace, lines }) => ({ id, kind, address, pickupPlace, lines }));

/** Whether a zone reaches the shipment, or did when it was promised; an account without any zone has not said yet where it ships. */
export function isServed({ facts }: OrderRecord, { zones }: SettingsFacts, { kind, address }: Pick<ShipmentRecord, 'kind' | 'address'>): boolean {
  return zones.length === 0 || kind === 'pickup' || address === null || matchZone([...facts.zones, ...zones], address) !== null;
}
