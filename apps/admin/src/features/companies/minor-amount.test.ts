import { expect, test } from 'vitest';
import { majorText, minorAmount } from './minor-amount.ts';

test.each([
  ['12.5', 2, 1250],
  ['5000', 2, 500_000],
  ['0.07', 2, 7],
  ['12', 0, 12],
  ['1.234', 3, 1234],
])('%s with %i places is %i', (decimal, digits, amount) => {
  expect(minorAmount(decimal, digits)).toBe(amount);
});

test.each([
  [1250, 2, '12.50'],
  [7, 2, '0.07'],
  [12, 0, '12'],
])('%i with %i places is written %s', (amount, digits, text) => {
  expect(majorText(amount, digits)).toBe(text);
});
