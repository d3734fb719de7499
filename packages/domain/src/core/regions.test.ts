import { expect, test } from 'vitest';
import { isRegionOf, regionName, regionsOf } from './regions.ts';

test.each([
  ['US', 'ny', true],
  ['US', 'DC', true],
  ['US', 'QC', false],
  ['CA', ' QC ', true],
  ['AU', 'NSW', true],
  ['AU', 'XX', false],
  ['DE', 'BY', true],
])('%s can have a region %s: %s', (country, code, can) => expect(isRegionOf(country, code)).toBe(can));

test('names what it knows and gives the code of the rest', () => {
  expect(regionName('US', 'nd')).toBe('North Dakota');
  expect(regionName('DE', 'BY')).toBe('BY');
});

test('lists 50 states with the district, five territories and three posts; no code twice', () => {
  const codes = regionsOf('US')?.map(({ code }) => code) ?? [];
  expect(codes).toHaveLength(50 + 1 + 5 + 3);
  expect(new Set(codes).size).toBe(codes.length);
});
