// What a promise holds of tax and shipping while its prices hold: for the places it was made for, the rates of its day, whatever the settings
// say today. A place that it does not name takes today's. Pure. Decision record 0056.
import { isDeepStrictEqual } from 'node:util';
import type { PlaceTax } from '@backdesk/domain/pricing/types.ts';
import { matchZone, type ZonePlace } from '@backdesk/domain/shipping/match-zone.ts';
import type { ShippingRate, ShippingZone, ZoneArea } from '@backdesk/domain/shipping/types.ts';
import type { OrderRecord, PricingFacts, ShipmentRecord } from './order-record.ts';

/** Today's facts of an order with these shipments, but for what was promised. Who is exempt is decided with the customer, not here. */
export function heldFacts(today: PricingFacts, shipments: readonly ShipmentRecord[], promised: OrderRecord): PricingFacts {
  const { facts } = promised;
  const known = [...promised.shipments.map(({ id }) => facts.shipmentTax[id]), facts.billingTax, facts.homeTax];
  const held = (tax: PlaceTax) => known.find((each) => each != null && isDeepStrictEqual(each.place, tax.place)) ?? tax;
  const places = shipments.flatMap(({ address }) => (address === null ? [] : [placeOf(address)]));
  const isStill = ({ address }: ShipmentRecord) => address !== null && places.some((place) => isDeepStrictEqual(place, placeOf(address)));
  return {
    ...today,
    shipmentTax: Object.fromEntries(Object.entries(today.shipmentTax).map(([id, tax]) => [id, held(tax)])),
    billingTax: today.billingTax === null ? null : held(today.billingTax),
    homeTax: facts.homeTax,
    zones: zonesAsPromised(today.zones, promised.shipments.filter(isStill)),
  };
}

/** The zones with the rate that each of these shipments was promised by, at its terms, for the very place it goes to. */
export function zonesAsPromised(zones: readonly ShippingZone[], shipments: readonly ShipmentRecord[]): readonly ShippingZone[] {
  return shipments.reduce(withRateOf, zones);
}

function withRateOf(zones: readonly ShippingZone[], { kind, address, method }: ShipmentRecord): readonly ShippingZone[] {
  if (kind !== 'ship' || address === null || method === null || method.rateId === null) return zones;
  const { rateId: id, name, terms } = method;
  const zone = matchZone(zones, address);
  const known = zone?.rates.find((rate) => rate.id === id);
  const promised: ShippingRate = { id, name, transit: known?.transit ?? '', terms };
  if (isDeepStrictEqual(known, promised)) return zones;
  const rates = known === undefined ? [...(zone?.rates ?? []), promised] : (zone?.rates ?? []).map((rate) => (rate === known ? promised : rate));
  const areas = [areaOf(address)];
  // What was held for this place before gives way; the rest of the zone stays as it is for other places.
  const others = zones.filter((each) => each !== zone || !isDeepStrictEqual(each.areas, areas));
  return [{ id: zone?.id ?? id, name: zone?.name ?? name, areas, rates }, ...others];
}

/** The narrowest area that reaches a place: it is matched before any that the settings know. */
function areaOf({ country, region, postcode }: ZonePlace): ZoneArea {
  if (postcode.trim() !== '') return { country, regions: [], postcodes: [postcode.trim()] };
  return { country, regions: region.trim() === '' ? [] : [region.trim()], postcodes: [] };
}

const placeOf = ({ country, region, postcode }: ZonePlace): ZonePlace => ({ country, region, postcode });
