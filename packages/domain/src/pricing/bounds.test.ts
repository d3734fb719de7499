// What is typed out of range is refused with a code and the bound (cases, policy 6).
import { describe, expect, test } from 'vitest';
import { minor } from '../money/money.ts';
import { checkDiscount, checkQuantity, checkUnitPrice } from './bounds.ts';

describe('quantities', () => {
  test.each([1, 12, 9_999_999])('%d may be ordered', (quantity) => expect(checkQuantity(quantity)).toBeNull());
  test.each([0, -1, 1.5, 10_000_000, Number.NaN, Number.POSITIVE_INFINITY])('%d may not', (quantity) => {
    expect(checkQuantity(quantity)).toEqual({ code: 'line.quantity_out_of_range', pointer: '/quantity', detail: { minimum: 1, maximum: 9_999_999 } });
  });
});

describe('unit prices', () => {
  test.each(['0', '0.000001', '8.50', '1000000000'])('%s may be typed', (price) => expect(checkUnitPrice(price)).toBeNull());
  test.each(['-0.01', '1000000000.000001', '8.1234567', '1e3', '1,5', '', ' 8', 'NaN'])('"%s" may not', (price) => {
    expect(checkUnitPrice(price)).toEqual({ code: 'line.override_out_of_range', pointer: '/unitPrice', detail: { minimum: '0', maximum: '1000000000' } });
  });

  test('a credit’s goes down from 0', () => {
    expect(checkUnitPrice('-8.50', 'credit')).toBeNull();
    expect(checkUnitPrice('0', 'credit')).toBeNull();
    expect(checkUnitPrice('8.50', 'credit')).toMatchObject({ detail: { minimum: '-1000000000', maximum: '0' } });
  });
});

describe('discounts', () => {
  const check = (value: Parameters<typeof checkDiscount>[0]) => checkDiscount(value, 'line.discount_out_of_range');
  test.each([0, 1, 1_000_000])('%d parts per million', (ppm) => expect(check({ kind: 'percentage', ppm })).toBeNull());
  test.each([-1, 1_000_001, 0.5])('not %d parts per million', (ppm) => {
    expect(check({ kind: 'percentage', ppm })).toMatchObject({ code: 'line.discount_out_of_range', detail: { minimumPpm: 0, maximumPpm: 1_000_000 } });
  });

  test('an amount from 0 to what a line can hold', () => {
    for (const amount of [0, 400_000_000_000]) expect(check({ kind: 'fixed', amount: minor(amount) })).toBeNull();
    for (const amount of [-1, 400_000_000_001])
      expect(check({ kind: 'fixed', amount: minor(amount) })).toMatchObject({ detail: { minimumAmount: 0, maximumAmount: 400_000_000_000 } });
  });
});
