import { expect, test } from 'vitest';
import { formatWeight, gramsOf, weightDecimals, weightInUnit, weightUnit } from './weight.ts';

test.each([
  [850, 'en-GB', '850 g'],
  [2_400, 'en-GB', '2.4 kg'],
  [7_200, 'de-DE', '7,2 kg'],
  [178_800, 'de-DE', '178,8 kg'],
  [2_400, 'en-US', '5.3 lb'],
  [100, 'en-US', '0.22 lb'],
  [0, 'en-US', '0 lb'],
])('%i g in %s: %s', (grams, locale, said) => expect(formatWeight(grams, locale).replace(/\s/g, ' ')).toBe(said));

test.each(['kg', 'lb'] as const)('every weight that can be typed in %s comes back as it was typed', (unit) => {
  const step = 1 / 10 ** weightDecimals[unit];
  for (let count = 0; count <= 5_000; count += 1) {
    const typed = String(Number((count * step).toFixed(weightDecimals[unit])));
    expect(weightInUnit(gramsOf(typed, unit), unit)).toBe(typed);
  }
});

test('pounds and kilograms become whole grams', () => {
  expect([gramsOf('4.4', 'lb'), gramsOf('0.01', 'lb'), gramsOf('1.996', 'kg')]).toEqual([1996, 5, 1996]);
  expect([weightUnit('en-US'), weightUnit('en-GB'), weightUnit('de')]).toEqual(['lb', 'kg', 'kg']);
});
