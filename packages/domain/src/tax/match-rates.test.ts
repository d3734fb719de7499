import { describe, expect, test } from 'vitest';
import { aRate } from '../../test/an-order.ts';
import { explainRates, matchRates, type PlacedTaxRate } from './match-rates.ts';

const placed = (percentage: number, country: string, region = '', postcodes: readonly string[] = []): PlacedTaxRate => ({
  ...aRate(percentage),
  country,
  region,
  postcodes,
});
const rates = [placed(5, 'CA'), placed(9.975, 'CA', 'QC'), placed(8, 'CA', 'ON'), placed(20, 'GB')];
const codes = (country: string, region: string) => matchRates(rates, { country, region, postcode: '' }).map((rate) => rate.code);

describe('matchRates', () => {
  test.each([
    ['country and region add up', 'CA', 'QC', ['T5', 'T9.975']],
    ['a region without a rate of its own has its country’s', 'CA', 'AB', ['T5']],
    ['a region that is not known too', 'CA', '', ['T5']],
    ['whatever the case and spaces of the region', 'CA', ' on ', ['T5', 'T8']],
    ['a region’s rate is of its country only', 'GB', 'QC', ['T20']],
    ['a place nobody taxes has none: that is known, and zero', 'FR', '', []],
  ])('%s', (_, country, region, expected) => expect(codes(country, region)).toEqual(expected));

  test('gives rates without their place', () => {
    expect(matchRates(rates, { country: 'GB', region: '', postcode: '' })).toEqual([aRate(20)]);
  });
});

describe('by postcode', () => {
  const city = [placed(4, 'US', 'NY'), placed(4.5, 'US', 'NY', ['100', '11']), placed(1, 'US', '', ['9'])];
  const at = (region: string, postcode: string) => matchRates(city, { country: 'US', region, postcode }).map((rate) => rate.code);
  test.each([
    ['the city on top of the state', 'NY', '10001', ['T4', 'T4.5']],
    ['any of its prefixes', 'NY', '11201', ['T4', 'T4.5']],
    ['the state alone elsewhere', 'NY', '12207', ['T4']],
    ['the state alone without a postcode', 'NY', '', ['T4']],
    ['the region must fit too', 'NJ', '10001', []],
    ['a prefix in a country without a region', 'AK', '99501', ['T1']],
  ])('%s', (_, region, postcode, expected) => expect(at(region, postcode)).toEqual(expected));

  test('says by what each applies', () => {
    expect(explainRates(city, { country: 'US', region: 'NY', postcode: '112 01' }).map(({ by, matched }) => [by, matched])).toEqual([
      ['region', 'NY'],
      ['postcode', '11'],
    ]);
  });
});
