import { describe, expect, test } from 'vitest';
import { explainZone, matchZone } from './match-zone.ts';
import type { ShippingZone, ZoneArea } from './types.ts';

const zone = (id: string, ...areas: readonly ZoneArea[]): ShippingZone => ({ id, name: id, areas, rates: [] });
const east = zone('east', { country: 'US', regions: ['NY', 'nj'] });
const states = zone('states', { country: 'US', regions: [] });
const world = zone('world', { country: '*', regions: [] });
const at = (country: string, region = '', postcode = '') => ({ country, region, postcode });
const postcodes = (id: string, ...prefixes: readonly string[]) => zone(id, { country: 'US', regions: [], postcodes: prefixes });

describe('matchZone', () => {
  test.each([
    ['its region before its country', at('US', 'NY'), 'east'],
    ['the region whatever its case and spaces', at('US', ' nJ '), 'east'],
    ['its country before everywhere', at('US', 'CA'), 'states'],
    ['the country when the region is not known', at('US'), 'states'],
    ['everywhere else', at('FR', 'NY'), 'world'],
  ])('%s', (_, place, id) => {
    expect(matchZone([world, states, east], place)?.id).toBe(id);
    expect(matchZone([east, states, world], place)?.id).toBe(id);
  });

  test('nobody ships there', () => {
    expect(matchZone([east, states], at('FR'))).toBeNull();
    expect(matchZone([east], at('US', 'CA'))).toBeNull();
    expect(matchZone([], at('US'))).toBeNull();
  });

  test('of two that serve alike the first, and any area of a zone serves', () => {
    expect(matchZone([states, zone('second', { country: 'US', regions: [] })], at('US'))?.id).toBe('states');
    expect(matchZone([zone('both', { country: 'CA', regions: [] }, { country: 'US', regions: [] })], at('US'))?.id).toBe('both');
  });
});

describe('by postcode', () => {
  const islands = zone('islands', { country: 'US', regions: ['HI'], postcodes: ['995', '967'] });
  test.each([
    ['a prefix before the region', at('US', 'NY', '99501'), 'islands', 'postcode', '995'],
    ['whatever the spaces', at('US', 'NY', ' 9 95-01'), 'islands', 'postcode', '995'],
    ['or the region, where the area has both', at('US', 'HI', '10001'), 'islands', 'region', 'HI'],
    ['the region when no prefix fits', at('US', 'NY', '10001'), 'east', 'region', 'NY'],
    ['an area with prefixes is not its whole country', at('US', 'CA', '90001'), 'states', 'country', ''],
    ['a prefix of another country is none', at('FR', '', '99501'), 'world', 'everywhere', ''],
  ] as const)('%s', (_, place, id, by, matched) => {
    for (const zones of [
      [world, states, east, islands],
      [islands, east, states, world],
    ])
      expect(explainZone(zones, place)).toMatchObject({ zone: { id }, by, matched });
  });

  test('the longest prefix, over all zones; of the same the first', () => {
    const zones = [postcodes('wide', '1'), postcodes('narrow', '100', '9'), postcodes('again', '100')];
    expect(matchZone(zones, at('US', '', '10001'))?.id).toBe('narrow');
    expect(matchZone(zones, at('US', '', '11001'))?.id).toBe('wide');
    expect(matchZone(zones, at('US', '', ''))).toBeNull();
  });
});
