import { describe, expect, test } from 'vitest';
import { minor } from '../money/money.ts';
import { expectedTotalRefusal } from './expected-total.ts';

const usd = (amount: number) => ({ amount: minor(amount), currency: 'USD' });

describe('expectedTotalRefusal', () => {
  test('the total that was seen, and none given, are no reason', () => {
    expect(expectedTotalRefusal(usd(5_480), usd(5_480))).toBeNull();
    expect(expectedTotalRefusal(undefined, usd(5_480))).toBeNull();
  });

  test.each([
    { seen: 5_480, now: 5_520, difference: 40 },
    { seen: 5_480, now: 5_400, difference: -80 },
    { seen: 0, now: 1, difference: 1 },
  ])('$seen became $now: refused with the difference of $difference', ({ seen, now, difference }) => {
    expect(expectedTotalRefusal(usd(seen), usd(now))).toEqual({
      code: 'order.moved',
      pointer: '/expectedTotal',
      detail: { expectedAmount: seen, totalAmount: now, differenceAmount: difference, currency: 'USD' },
    });
  });

  test('the same figure in another currency is another total, with no difference to tell', () => {
    expect(expectedTotalRefusal({ amount: minor(5_480), currency: 'EUR' }, usd(5_480))).toMatchObject({
      code: 'order.moved',
      detail: { differenceAmount: null },
    });
  });
});
