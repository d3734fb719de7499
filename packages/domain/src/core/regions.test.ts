import { expect, test } from 'vitest';
import { isRegionOf, regionCodeOf, regionName, regionsOf } from './regions.ts';

test.each([
  ['US', 'California', 'CA'],
  ['US', 'calif.', 'CA'],
  ['US', ' ca ', 'CA'],
  ['US', 'Ala.', 'AL'],
  ['US', 'N.Y.', 'NY'],
  ['US', 'District of Columbia', 'DC'],
  ['CA', 'Québec', 'QC'],
  ['CA', 'quebec', 'QC'],
  ['CA', 'P.E.I.', 'PE'],
  ['JP', '東京', '13'],
  ['IE', 'County Dublin', 'D'],
  ['HK', 'new territories', 'New Territories'],
])('%s: %j is %s', (country, text, code) => {
  expect(regionCodeOf(country, text)).toBe(code);
});

test.each([
  ['US', 'New'],
  ['US', 'Virgin'],
  ['US', ''],
  ['US', 'Q'],
  ['US', '; drop table'],
  ['DE', 'Bayern'],
  ['ZZ', 'CA'],
])('%s: %j is no region, or more than one', (country, text) => {
  expect(regionCodeOf(country, text)).toBeUndefined();
});

test('each code of the table finds itself, and each name its code', () => {
  for (const country of ['US', 'CA', 'AU', 'MX', 'BR', 'IN', 'JP', 'CN', 'IT', 'ES', 'AE', 'TR']) {
    for (const { code, name } of regionsOf(country) ?? []) {
      expect(regionCodeOf(country, code)).toBe(code);
      expect(regionCodeOf(country, name)).toBe(code);
    }
  }
});

test('names and codes are asked for in any case', () => {
  expect(regionName('US', 'ak')).toBe('Alaska');
  expect(regionName('DE', 'BY')).toBe('BY');
  expect(isRegionOf('US', 'ny')).toBe(true);
  expect(isRegionOf('US', 'ZZ')).toBe(false);
  expect(isRegionOf('DE', 'anything')).toBe(true);
  expect(regionsOf('DE')).toBeNull();
});

test('lists 50 states with the district, five territories, three posts and three states in free association; no code twice', () => {
  const codes = regionsOf('US')?.map(({ code }) => code) ?? [];
  expect(codes).toHaveLength(50 + 1 + 5 + 3 + 3);
  expect(new Set(codes).size).toBe(codes.length);
});
