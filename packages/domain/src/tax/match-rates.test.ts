import { describe, expect, test } from 'vitest';
import { aRate } from '../../test/an-order.ts';
import { matchRates, type PlacedTaxRate } from './match-rates.ts';

const placed = (percentage: number, country: string, region = ''): PlacedTaxRate => ({ ...aRate(percentage), country, region });
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
