// Which zone of the account serves a place: the most specific one, whatever order the zones are kept in.
import type { ShippingZone } from './types.ts';

/** The first zone that serves a place: its own region before its country before everywhere; null: nobody ships there. */
export function matchZone(zones: readonly ShippingZone[], place: { readonly country: string; readonly region: string }): ShippingZone | null {
  const region = place.region.trim().toUpperCase();
  const levels = [
    (zone: ShippingZone) => zone.areas.some((area) => area.country === place.country && area.regions.some((each) => each.toUpperCase() === region)),
    (zone: ShippingZone) => zone.areas.some((area) => area.country === place.country && area.regions.length === 0),
    (zone: ShippingZone) => zone.areas.some((area) => area.country === '*'),
  ];
  for (const serves of levels) {
    const found = zones.find(serves);
    if (found !== undefined) return found;
  }
  return null;
}
