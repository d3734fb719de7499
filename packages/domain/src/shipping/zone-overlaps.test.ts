import { expect, test } from 'vitest';
import type { ZoneArea } from './types.ts';
import { zoneOverlaps } from './zone-overlaps.ts';

const zone = (id: string, ...areas: readonly ZoneArea[]) => ({ id, name: id, areas });
const told = (...zones: readonly ReturnType<typeof zone>[]) =>
  zoneOverlaps(zones).map(({ first, second, country, part }) => [first.id, second.id, country, part]);

test('the same country, region or prefix in two zones is told, with who serves it', () => {
  expect(told(zone('a', { country: 'US', regions: [] }), zone('b', { country: 'US', regions: [] }))).toEqual([['a', 'b', 'US', '']]);
  expect(told(zone('a', { country: 'US', regions: ['NY', 'NJ'] }), zone('b', { country: 'US', regions: ['ny'] }))).toEqual([['a', 'b', 'US', 'ny']]);
  expect(told(zone('a', { country: 'GB', regions: [], postcodes: ['SW1'] }), zone('b', { country: 'GB', regions: [], postcodes: ['sw 1'] }))).toEqual([
    ['a', 'b', 'GB', 'sw 1'],
  ]);
});

test('a part of a country beside the whole, or everywhere beside a country, is none', () => {
  expect(
    told(
      zone('states', { country: 'US', regions: [] }),
      zone('alaska', { country: 'US', regions: ['AK'] }),
      zone('city', { country: 'US', regions: [], postcodes: ['100'] }),
      zone('world', { country: '*', regions: [] }),
      zone('canada', { country: 'CA', regions: ['AK'], postcodes: ['100'] }),
    ),
  ).toEqual([]);
});
