import { describe, expect, test } from 'vitest';
import { ground } from '../../test/a-checkout.ts';
import { minor } from '../money/money.ts';
import { quoteRate } from './quote-rate.ts';

describe('quoteRate', () => {
  test('a flat rate is the same for any weight, and free is 0', () => {
    expect(quoteRate({ kind: 'flat', amount: minor(1_200) }, 0)).toBe(1_200);
    expect(quoteRate({ kind: 'flat', amount: minor(0) }, 99_999)).toBe(0);
  });

  test.each([
    [0, 980],
    [2_500, 980],
    [2_501, 1_240],
    [20_000, 1_240],
    [20_001, null],
  ])('%i g by weight (to 2.5 kg 9.80, to 20 kg 12.40): %s', (grams, amount) => expect(quoteRate(ground.terms, grams)).toBe(amount));

  test('an open last tier serves whatever is heavier; no tier serves nothing', () => {
    const tiers = [
      { upToGrams: 100, amount: minor(150) },
      { upToGrams: null, amount: minor(900) },
    ];
    expect(quoteRate({ kind: 'by_weight', tiers }, 5_000_000)).toBe(900);
    expect(quoteRate({ kind: 'by_weight', tiers: [] }, 0)).toBeNull();
  });
});
