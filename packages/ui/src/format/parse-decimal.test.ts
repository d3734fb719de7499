import { describe, expect, test } from 'vitest';
import { parseDecimal } from './parse-decimal.ts';

describe('parseDecimal reads what people type', () => {
  test.each([
    ['1,234.50', 'en-US', '1234.5'],
    ['1.234,50', 'en-US', '1234.5'],
    ['1.234,50', 'de-DE', '1234.5'],
    ['1,234.50', 'de-DE', '1234.5'],
    ['1 234,50', 'fr-FR', '1234.5'],
    ["1'234.50", 'de-CH', '1234.5'],
    ['$1,234', 'en-US', '1234'],
    ['1.234', 'de-DE', '1234'],
    ['1,50', 'en-US', '1.5'],
    ['8.5', 'de-DE', '8.5'],
    ['12 €', 'de-DE', '12'],
    ['USD 12.00', 'en-US', '12'],
    ['12.00 USD', 'en-US', '12'],
    ['(12.00)', 'en-US', '-12'],
    ['-12', 'en-US', '-12'],
    ['−3', 'en-US', '-3'],
    ['12,34,567.89', 'en-IN', '1234567.89'],
    ['.5', 'en-US', '0.5'],
    ['5.', 'en-US', '5'],
    ['007', 'en-US', '7'],
    ['-0', 'en-US', '0'],
    ['١٢٫٥', 'ar-EG', '12.5'],
    ['１２', 'ja-JP', '12'],
  ])('%s in %s is %s', (text, locale, value) => {
    expect(parseDecimal(text, locale, 2)).toEqual({ ok: true, value });
  });

  test.each(['', '  '])('%o is empty', (text) => {
    expect(parseDecimal(text, 'en-US', 2)).toEqual({ ok: true, value: null });
  });

  test.each(['abc', '1e5', '1.2.3', '1,2,3', '--5', '12-', '$', '1,234.50.1', '🙂'])('%s is no number', (text) => {
    expect(parseDecimal(text, 'en-US', 2)).toEqual({ ok: false, reason: 'not_a_number' });
  });

  test('more decimals than allowed are refused, not rounded', () => {
    expect(parseDecimal('1.005', 'en-US', 2)).toEqual({ ok: false, reason: 'too_many_decimals' });
    expect(parseDecimal('2.5', 'en-US', 0)).toEqual({ ok: false, reason: 'too_many_decimals' });
    expect(parseDecimal('0.145', 'en-US', 6)).toEqual({ ok: true, value: '0.145' });
  });
});
