import { isDeepStrictEqual } from 'node:util';
import type { setShipping as setShippingBody } from '@backdesk/contract/order/requests.ts';
import type { Address } from '@backdesk/domain/order/types.ts';
import type { z } from 'zod';
import type { CommandContext } from '../../context.ts';
import { invalidField, Refused } from '../../problem.ts';
import { findPickupPlaces } from '../../settings/queries/pickup-places.ts';
import type { SettingsFacts } from '../../settings/queries/pricing-facts.ts';
import { gatherHeldFacts } from '../accepted-promise.ts';
import { type Amended, amendOrder } from '../amend-order.ts';
import { shippingAnswered } from '../checkout-answers.ts';
import { assertNoConflict } from '../conflicts.ts';
import { getLine } from '../get-line.ts';
import { enteredAddress, keepAddress } from '../keep-address.ts';
import type { OrderRecord, ShipmentRecord } from '../order-record.ts';
import { isServed, shippingShown, shipTo } from '../ship-to.ts';

type SetShipping = z.output<typeof setShippingBody>;

/** Sets the address of the one implicit shipment, or replaces all shipments. A method already chosen stays, and is stale where it must be. */
export function setShipping(context: CommandContext, orderId: string, body: SetShipping): Promise<Amended> {
  return amendOrder(context, orderId, async (record) => {
    const given = await checked(context, record, body);
    const shipments = await withPickupPlaces(context, record, wantedShipments(context, record, given), given);
    const [now, wanted] = [shippingShown(record.shipments), shippingShown(shipments)];
    await assertNoConflict(context, orderId, body.basedOn, [{ pointer: '/shipments', version: record.fieldVersions.shipping, now, wanted }]);
    const gathered = await gatherHeldFacts(context, record, isDeepStrictEqual(now, wanted) ? record : { ...record, shipments });
    assertServed(gathered.record, gathered.settings);
    if (body.saveToCustomer) for (const { address, kind } of shipments) if (kind === 'ship') await keepAddress(context, record, address);
    return shippingAnswered(record, gathered.record, context.now);
  });
}

/** The request with each of its addresses in the shape of its country. */
async function checked(context: CommandContext, record: OrderRecord, body: SetShipping): Promise<SetShipping> {
  const at = (address: Address | null, pointer: string) => (address === null ? null : enteredAddress(context, record, address, pointer));
  const shipments =
    body.shipments &&
    (await Promise.all(body.shipments.map(async (each, index) => ({ ...each, address: await at(each.address, `/shipments/${index}/address`) }))));
  const address = body.address && (await enteredAddress(context, record, body.address, '/address'));
  return { ...body, ...(address && { address }), ...(shipments && { shipments }) };
}

function wantedShipments(context: CommandContext, record: OrderRecord, body: SetShipping): readonly ShipmentRecord[] {
  const present = new Map(record.shipments.map((shipment) => [shipment.id, shipment]));
  if (body.shipments === undefined) return shipTo(context, record, body.address ?? null);
  assertQuantities(record, body.shipments);
  return body.shipments.map(({ id, kind, address, lines }, position) => {
    const known = id === undefined ? undefined : present.get(id);
    const method = known?.method ?? null;
    return { id: id ?? context.newId(), position, kind, address, pickupPlace: null, lines, method, fieldVersions: known?.fieldVersions ?? {} };
  });
}

/** Each pickup with a copy of its place, and the place's address as its own. A place that is gone stays where it was chosen already. */
async function withPickupPlaces(
  { tx, scope }: CommandContext,
  record: OrderRecord,
  shipments: readonly ShipmentRecord[],
  body: SetShipping,
): Promise<readonly ShipmentRecord[]> {
  const asked = body.shipments ?? [];
  if (asked.every(({ pickupPlaceId }) => pickupPlaceId === null)) return shipments;
  const places = await findPickupPlaces(
    tx,
    scope,
    asked.flatMap(({ pickupPlaceId }) => pickupPlaceId ?? []),
  );
  return shipments.map((shipment, index) => {
    const { kind, pickupPlaceId = null } = asked[index] ?? {};
    if (pickupPlaceId === null) return shipment;
    if (kind !== 'pickup') throw invalidField(`/shipments/${index}/pickupPlaceId`, 'is of a pickup only');
    const place = places.find(({ id, active }) => id === pickupPlaceId && active);
    const known = record.shipments.find(({ pickupPlace }) => pickupPlace?.id === pickupPlaceId);
    if (place !== undefined) return { ...shipment, address: place.address, pickupPlace: { id: place.id, name: place.name, hours: place.hours } };
    if (known === undefined) throw invalidField(`/shipments/${index}/pickupPlaceId`, 'must be the id of a pickup place in use');
    return { ...shipment, address: known.address, pickupPlace: known.pickupPlace };
  });
}

/** Every line that is named must be in the order, and not more of it shipped than was ordered. */
function assertQuantities(record: OrderRecord, shipments: NonNullable<SetShipping['shipments']>): void {
  const held = new Map<string, number>();
  const ids = new Set<string>();
  shipments.forEach(({ id, lines }, index) => {
    if (id !== undefined && ids.has(id)) throw invalidField(`/shipments/${index}/id`, 'is the id of another shipment');
    if (id !== undefined) ids.add(id);
    if (lines === null && shipments.length > 1) throw invalidField(`/shipments/${index}/lines`, 'is needed when there are several shipments');
    if (new Set(lines?.map(({ lineId }) => lineId)).size !== (lines?.length ?? 0)) throw invalidField(`/shipments/${index}/lines`, 'must name each line once');
    for (const [place, { lineId, quantity }] of (lines ?? []).entries()) {
      const line = getLine(record, lineId);
      const sum = (held.get(lineId) ?? 0) + quantity;
      if (sum > line.quantity)
        throw new Refused([
          { code: 'line.quantity_out_of_range', lineId, pointer: `/shipments/${index}/lines/${place}/quantity`, detail: { maximum: line.quantity } },
        ]);
      held.set(lineId, sum);
    }
  });
}

/** A place that no zone reaches, nor did when it was promised, is refused. */
function assertServed(record: OrderRecord, settings: SettingsFacts): void {
  record.shipments.forEach((shipment, index) => {
    if (isServed(record, settings, shipment) || shipment.address === null) return;
    throw new Refused([
      {
        code: 'shipping.country_not_served',
        step: 'shipping',
        pointer: `/shipping/shipments/${index}/address/country`,
        detail: { country: shipment.address.country },
      },
    ]);
  });
}
