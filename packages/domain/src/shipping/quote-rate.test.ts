import { describe, expect, test } from 'vitest';
import { ground } from '../../test/a-checkout.ts';
import { minor } from '../money/money.ts';
import { explainQuote, hangsOnItems, quoteRate } from './quote-rate.ts';
import type { ShippingRateTerms } from './types.ts';

const weighing = (weightGrams: number) => ({ weightGrams, itemsAmount: minor(0) });
const worth = (itemsAmount: number) => ({ weightGrams: 0, itemsAmount: minor(itemsAmount) });

/** 5.00 up to 50.00, 9.00 up to 200.00, nothing beyond. */
const byItems: ShippingRateTerms = {
  kind: 'by_items',
  tiers: [
    { upToAmount: minor(5_000), amount: minor(500) },
    { upToAmount: minor(20_000), amount: minor(900) },
  ],
};

describe('quoteRate', () => {
  test('a flat rate is the same for any weight and total, and free is 0', () => {
    expect(quoteRate({ kind: 'flat', amount: minor(1_200) }, { weightGrams: 99_999, itemsAmount: minor(99_999) })).toBe(1_200);
    expect(quoteRate({ kind: 'flat', amount: minor(0) }, weighing(99_999))).toBe(0);
  });

  test.each([
    [0, 980],
    [2_500, 980],
    [2_501, 1_240],
    [20_000, 1_240],
    [20_001, null],
  ])('%i g by weight (to 2.5 kg 9.80, to 20 kg 12.40): %s', (grams, amount) => expect(quoteRate(ground.terms, weighing(grams))).toBe(amount));

  test.each([
    [0, 500],
    [5_000, 500],
    [5_001, 900],
    [20_000, 900],
    [20_001, null],
  ])('%i by items total (to 50.00 5.00, to 200.00 9.00): %s', (items, amount) => expect(quoteRate(byItems, worth(items))).toBe(amount));

  test('a negative items total (credits) is in the first tier', () => expect(quoteRate(byItems, worth(-100))).toBe(500));

  test('an open last tier serves whatever is more; no tier serves nothing', () => {
    const tiers = [
      { upToGrams: 100, amount: minor(150) },
      { upToGrams: null, amount: minor(900) },
    ];
    expect(quoteRate({ kind: 'by_weight', tiers }, weighing(5_000_000))).toBe(900);
    expect(quoteRate({ kind: 'by_weight', tiers: [] }, weighing(0))).toBeNull();
    expect(quoteRate({ kind: 'by_items', tiers: [{ upToAmount: null, amount: minor(700) }] }, worth(9_999_999))).toBe(700);
    expect(quoteRate({ kind: 'by_items', tiers: [] }, worth(0))).toBeNull();
  });

  test.each([
    [9_999, 1_200],
    [10_000, 0],
    [10_001, 0],
  ])('free from 100.00 on, at %i: %i', (items, amount) =>
    expect(quoteRate({ kind: 'flat', amount: minor(1_200), freeOverAmount: minor(10_000) }, worth(items))).toBe(amount),
  );

  test('what no tier serves is not sent for free either', () => {
    const terms: ShippingRateTerms = { ...ground.terms, freeOverAmount: minor(100) };
    expect(quoteRate(terms, { weightGrams: 20_001, itemsAmount: minor(100) })).toBeNull();
    expect(quoteRate(terms, { weightGrams: 20_000, itemsAmount: minor(100) })).toBe(0);
  });
});

test('a quote says its tier and whether it is free', () => {
  expect(explainQuote(byItems, worth(6_000))).toEqual({ amount: 900, tier: 1, isFreeOver: false });
  expect(explainQuote({ ...byItems, freeOverAmount: minor(6_000) }, worth(6_000))).toEqual({ amount: 0, tier: 1, isFreeOver: true });
  expect(explainQuote({ kind: 'flat', amount: minor(1) }, worth(0))).toEqual({ amount: 1, tier: null, isFreeOver: false });
});

test.each<[string, ShippingRateTerms, boolean]>([
  ['a flat rate', { kind: 'flat', amount: minor(1) }, false],
  ['a flat rate that says it is never free', { kind: 'flat', amount: minor(1), freeOverAmount: null }, false],
  ['a rate by weight', ground.terms, false],
  ['a rate by items', byItems, true],
  ['one that is free from a total on, were it 0', { kind: 'flat', amount: minor(1), freeOverAmount: minor(0) }, true],
])('%s hangs on the items total: %#', (_, terms, hangs) => expect(hangsOnItems(terms)).toBe(hangs));
