import { expect, test } from 'vitest';
import { aRate } from '../../test/an-order.ts';
import { explainTax } from './explain-tax.ts';
import type { PlacedTaxRate } from './match-rates.ts';

const rates: readonly PlacedTaxRate[] = [
  { ...aRate(4, { onShipping: false }), country: 'US', region: 'NY', postcodes: [] },
  { ...aRate(4.5, { category: 'standard', onShipping: false }), country: 'US', region: 'NY', postcodes: ['100'] },
  { ...aRate(6, { category: 'standard' }), country: 'US', region: 'PA', postcodes: [] },
];
const asked = (region: string, what: { category: string } | 'shipping', isExempt = false) =>
  explainTax(rates, { place: { country: 'US', region, postcode: '10001' }, what, isExempt });

test.each([
  ['all that reach the category add up', 'NY', { category: 'standard' }, ['T4', 'T4.5'], null],
  ['one of another category does not', 'NY', { category: 'clothing' }, ['T4'], null],
  ['none of the place reaches it', 'PA', { category: 'clothing' }, [], 'no_rate_for_category'],
  ['nobody taxes there', 'OR', { category: 'standard' }, [], 'no_rate_for_place'],
  ['never taxed', 'NY', { category: 'exempt' }, [], 'never_taxed'],
  ['shipping, where its rate says so', 'PA', 'shipping', ['T6'], null],
  ['shipping, where none does', 'NY', 'shipping', [], 'not_on_shipping'],
] as const)('%s', (_, region, what, codes, none) => {
  const found = asked(region, what);
  expect(found.matches.map(({ rate }) => rate.code)).toEqual(codes);
  expect(found.none).toBe(none);
});

test('an exempt customer pays none, whatever the place', () => expect(asked('NY', { category: 'standard' }, true)).toEqual({ matches: [], none: 'exempt' }));
