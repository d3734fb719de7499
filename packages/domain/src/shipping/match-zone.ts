// Which zone of the account serves a place: the most specific one, whatever order the zones are kept in.
import { longestPrefix, postcodeKey } from '../core/postcode.ts';
import type { ShippingZone, ZoneArea } from './types.ts';

export type ZonePlace = { readonly country: string; readonly region: string; readonly postcode: string };

/** The zone that serves a place, and by what of the place: the prefix or region as the zone has it; '' for a country or everywhere. */
export type ZoneMatch = { readonly zone: ShippingZone; readonly by: 'postcode' | 'region' | 'country' | 'everywhere'; readonly matched: string };

const isWhole = (area: ZoneArea) => area.regions.length === 0 && (area.postcodes ?? []).length === 0;

function byPostcode(zones: readonly ShippingZone[], { country, postcode }: ZonePlace): ZoneMatch | null {
  let found: ZoneMatch | null = null;
  for (const zone of zones) {
    const prefixes = zone.areas.flatMap((area) => (area.country === country ? (area.postcodes ?? []) : []));
    const matched = longestPrefix(prefixes, postcode);
    if (matched !== null && (found === null || postcodeKey(matched).length > postcodeKey(found.matched).length)) found = { zone, by: 'postcode', matched };
  }
  return found;
}

function byRegion(zones: readonly ShippingZone[], place: ZonePlace): ZoneMatch | null {
  const region = place.region.trim().toUpperCase();
  for (const zone of zones) {
    const regions = zone.areas.flatMap((area) => (area.country === place.country ? area.regions : []));
    const matched = regions.find((each) => each.toUpperCase() === region);
    if (matched !== undefined) return { zone, by: 'region', matched };
  }
  return null;
}

function byCountry(zones: readonly ShippingZone[], country: string, by: 'country' | 'everywhere'): ZoneMatch | null {
  const zone = zones.find(({ areas }) => areas.some((area) => area.country === country && isWhole(area)));
  return zone === undefined ? null : { zone, by, matched: '' };
}

/** The zone that serves a place with the reason: the longest postcode prefix before the region before the country before everywhere. */
export function explainZone(zones: readonly ShippingZone[], place: ZonePlace): ZoneMatch | null {
  return byPostcode(zones, place) ?? byRegion(zones, place) ?? byCountry(zones, place.country, 'country') ?? byCountry(zones, '*', 'everywhere');
}

/** The zone that serves a place; of two that serve it alike the first; null: nobody ships there. */
export function matchZone(zones: readonly ShippingZone[], place: ZonePlace): ShippingZone | null {
  return explainZone(zones, place)?.zone ?? null;
}
