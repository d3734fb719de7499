import { describe, expect, test } from 'vitest';
import { matchZone } from './match-zone.ts';
import type { ShippingZone, ZoneArea } from './types.ts';

const zone = (id: string, ...areas: readonly ZoneArea[]): ShippingZone => ({ id, name: id, areas, rates: [] });
const east = zone('east', { country: 'US', regions: ['NY', 'nj'] });
const states = zone('states', { country: 'US', regions: [] });
const world = zone('world', { country: '*', regions: [] });
const at = (country: string, region = '') => ({ country, region });

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
