// Two zones that name the very same place: only the first serves it, which staff are told and may want (an order of trial).
import { postcodeKey } from '../core/postcode.ts';
import type { ZoneArea } from './types.ts';

type Zone = { readonly id: string; readonly name: string; readonly areas: readonly ZoneArea[] };

/** A place named by two zones: `first` serves it, `second` never does. `part` is the region or prefix, '' for the whole country. */
export type ZoneOverlap = { readonly first: Zone; readonly second: Zone; readonly country: string; readonly part: string };

function placesOf({ areas }: Zone): readonly { readonly key: string; readonly country: string; readonly part: string }[] {
  return areas.flatMap(({ country, regions, postcodes = [] }) => [
    ...regions.map((part) => ({ key: `${country} region ${part.trim().toUpperCase()}`, country, part })),
    ...postcodes.map((part) => ({ key: `${country} postcode ${postcodeKey(part)}`, country, part })),
    ...(regions.length === 0 && postcodes.length === 0 ? [{ key: country, country, part: '' }] : []),
  ]);
}

/** Every place that more than one zone names, in the order the zones are tried. A region inside a country is no overlap: it goes before. */
export function zoneOverlaps(zones: readonly Zone[]): readonly ZoneOverlap[] {
  const named = new Map<string, Zone>();
  return zones.flatMap((zone) =>
    placesOf(zone).flatMap(({ key, country, part }): readonly ZoneOverlap[] => {
      const first = named.get(key);
      if (first === undefined) named.set(key, zone);
      return first === undefined || first.id === zone.id ? [] : [{ first, second: zone, country, part }];
    }),
  );
}
