import { describe, expect, test } from 'vitest';
import { decimalToMinor, formatMoney, minorToDecimal } from './money.ts';

describe('formatMoney', () => {
  test.each([
    [{ amount: 403793, currency: 'USD' }, 'en-US', 'sign', '$4,037.93'],
    [{ amount: 403793, currency: 'USD' }, 'en-US', 'plain', '4,037.93'],
    [{ amount: -5, currency: 'USD' }, 'en-US', 'sign', '-$0.05'],
    [{ amount: 403793, currency: 'EUR' }, 'de-DE', 'sign', '4.037,93\u00a0€'],
    [{ amount: 7, currency: 'JPY' }, 'en-US', 'sign', '¥7'],
    [{ amount: 1234, currency: 'KWD' }, 'en-US', 'plain', '1.234'],
    [{ amount: Number.MAX_SAFE_INTEGER, currency: 'USD' }, 'en-US', 'plain', '90,071,992,547,409.91'],
  ] as const)('%o in %s, %s, reads %s', (money, locale, show, text) => {
    expect(formatMoney(money, locale, { show })).toBe(text);
  });
});

describe('minor units and decimals', () => {
  test.each([
    [12345, 2, '123.45'],
    [-5, 2, '-0.05'],
    [0, 2, '0.00'],
    [7, 0, '7'],
    [1234, 3, '1.234'],
  ])('%i with %i digits is %s and back', (amount, digits, decimal) => {
    expect(minorToDecimal(amount, digits)).toBe(decimal);
    expect(decimalToMinor(decimal, digits)).toBe(amount);
  });

  test('more digits than the currency has are refused, trailing zeros are not', () => {
    expect(decimalToMinor('1.005', 2)).toBeUndefined();
    expect(decimalToMinor('1.500', 2)).toBe(150);
  });

  test('beyond safe integers is refused', () => {
    expect(decimalToMinor('90071992547409.91', 2)).toBe(Number.MAX_SAFE_INTEGER);
    expect(decimalToMinor('90071992547409.92', 2)).toBeUndefined();
  });

  test('minus nothing is nothing', () => {
    expect(Object.is(decimalToMinor('-0.00', 2), 0)).toBe(true);
  });
});
