// Splitting a figure: the worked splits of the cases, and what holds for every split. Minor units.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '../../test/runs.ts';
import { allocate } from './allocate.ts';
import { apportion } from './apportion.ts';
import { minor } from './money.ts';
import { roundedMinorUnits } from './rational.ts';

const split = (total: number, ...weights: readonly number[]) => [...allocate(minor(total), weights)];

describe('the worked splits', () => {
  test.each([
    { name: '15.00 over 50/50/50: 5.00 each', total: 1_500, weights: [5_000, 5_000, 5_000], parts: [500, 500, 500] },
    { name: '10.00 over the same: 333⅓ each, the unit left to the earliest', total: 1_000, weights: [5_000, 5_000, 5_000], parts: [334, 333, 333] },
    { name: '17.30 over 30/40/10: 648.75, 865, 216.25 → 648 + 865 + 216, the unit to .75', total: 1_730, weights: [30, 40, 10], parts: [649, 865, 216] },
    { name: '300 over 4000/2000/2000: 150, 75, 75', total: 300, weights: [4_000, 2_000, 2_000], parts: [150, 75, 75] },
    { name: '−300: the same on the other side', total: -300, weights: [4_000, 2_000, 2_000], parts: [-150, -75, -75] },
    {
      name: '299 over 4300/1400/2300: 160.71, 52.33, 85.96 → 160 + 52 + 85, two units to .96 and .71',
      total: 299,
      weights: [4_300, 1_400, 2_300],
      parts: [161, 52, 86],
    },
    { name: '40 over 10/0: what weighs nothing bears nothing', total: 40, weights: [10, 0], parts: [40, 0] },
    { name: '10 over 0/0: equal shares', total: 10, weights: [0, 0], parts: [5, 5] },
    { name: '−10 over 0/0/0: equal shares, the unit left to the earliest', total: -10, weights: [0, 0, 0], parts: [-4, -3, -3] },
    { name: '1 over 1/1: a tie goes to the earliest', total: 1, weights: [1, 1], parts: [1, 0] },
    { name: 'nothing over anything is nothing, and no −0', total: 0, weights: [3, 1], parts: [0, 0] },
    { name: 'anything over one is that one', total: 77, weights: [3], parts: [77] },
    { name: 'anything over none is none', total: 77, weights: [], parts: [] },
  ])('$name', ({ total, weights, parts }) => expect(split(total, ...weights)).toStrictEqual(parts));

  test('products beyond the safe integers stay exact: 2^53 − 1 over 1/2 is a third and two thirds', () => {
    // 9,007,199,254,740,991 = 3 × 3,002,399,751,580,330 + 1: the shares end in ⅓ and ⅔.
    expect(split(Number.MAX_SAFE_INTEGER, 1, 2)).toEqual([3_002_399_751_580_330, 6_004_799_503_160_661]);
    expect(split(4_000_000_001, 400_000_000_000, 200_000_000_000, 200_000_000_000)).toEqual([2_000_000_001, 1_000_000_000, 1_000_000_000]);
  });

  test.each([[[-1]], [[0.5]], [[Number.NaN]], [[2 ** 53]], [[Number.MAX_SAFE_INTEGER, 1]]])('weights %j are a defect of the caller', (weights) => {
    expect(() => split(1, ...weights)).toThrow(RangeError);
  });
});

const total = fc.integer({ min: -400_000_000_000, max: 400_000_000_000 });
const weight = fc.oneof({ weight: 3, arbitrary: fc.nat(10) }, { weight: 3, arbitrary: fc.nat(1_000_000) }, { weight: 1, arbitrary: fc.nat(400_000_000_000) });
const weights = fc.array(weight, { minLength: 1, maxLength: 12 });
const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + BigInt(each), 0n);
/** The weights as they count: all equal when there is none. */
const counting = (given: readonly number[]) => (given.every((each) => each === 0) ? given.map(() => 1) : given);

describe('every split', () => {
  test('is whole and sums to the total', () => {
    fc.assert(
      fc.property(total, weights, (amount, given) => {
        const parts = split(amount, ...given);
        expect(parts).toHaveLength(given.length);
        expect(parts.every((part) => Number.isSafeInteger(part) && !Object.is(part, -0))).toBe(true);
        expect(sumOf(parts)).toBe(BigInt(amount));
      }),
      runs,
    );
  });

  test('has no part that is off its exact share by a whole unit', () => {
    fc.assert(
      fc.property(total, weights, (amount, given) => {
        const shares = counting(given);
        const whole = sumOf(shares);
        split(amount, ...given).forEach((part, index) => {
          const off = BigInt(part) * whole - BigInt(amount) * BigInt(shares[index] ?? 0);
          expect(off > -whole && off < whole).toBe(true);
        });
      }),
      runs,
    );
  });

  test('of the opposite figure is the opposite split', () => {
    fc.assert(
      fc.property(total, weights, (amount, given) => {
        expect(split(-amount, ...given)).toEqual(split(amount, ...given).map((part) => 0 - part));
      }),
      runs,
    );
  });

  test('gives the larger weight no smaller part, and equal weights parts that fall with their place by one unit at most', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), weights, (amount, given) => {
        const parts = split(amount, ...given);
        given.forEach((one, i) => {
          given.forEach((other, j) => {
            const difference = (parts[i] ?? 0) - (parts[j] ?? 0);
            if (one === other && i < j) expect([0, 1]).toContain(difference);
            // Shares that differ by less than a unit may tie at the half; then the earlier has the unit.
            if (one > other) expect(difference).toBeGreaterThanOrEqual(-1);
          });
        });
      }),
      runs,
    );
  });

  test('has the same parts whatever the order of the lines, unless the last unit is tied between unequal weights', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.array(fc.nat(1_000), { minLength: 1, maxLength: 8 }), fc.infiniteStream(fc.nat()), (amount, given, random) => {
        const shares = counting(given);
        const whole = sumOf(shares);
        const remainderOf = (each: number) => (BigInt(amount) * BigInt(each)) % whole;
        const units = Number((BigInt(amount) * whole - shares.reduce((sum, each) => sum + (BigInt(amount) * BigInt(each) - remainderOf(each)), 0n)) / whole);
        const ranked = shares.toSorted((a, b) => (remainderOf(a) > remainderOf(b) ? -1 : 1));
        const [last, next] = [ranked[units - 1], ranked[units]];
        const isTied = last !== undefined && next !== undefined && remainderOf(last) === remainderOf(next);
        fc.pre(!(isTied && new Set(shares.filter((each) => remainderOf(each) === remainderOf(last))).size > 1));
        const keys = random.next().value ?? 0;
        const shuffled = given.map((each, index) => ({ each, key: (index * 7_919 + keys) % 101 })).toSorted((a, b) => a.key - b.key);
        const pairs = (list: readonly number[]) => {
          const parts = split(amount, ...list);
          return list.map((each, index) => `${each}:${parts[index]}`).toSorted();
        };
        expect(pairs(shuffled.map(({ each }) => each))).toEqual(pairs(given));
      }),
      runs,
    );
  });

  test('which of two unequal weights that tie has the unit is the earlier one: 2 over 1/3 is 1, 1 and over 3/1 is 2, 0', () => {
    // The shares are 0.5 and 1.5: both remainders are a half.
    expect(split(2, 1, 3)).toEqual([1, 1]);
    expect(split(2, 3, 1)).toEqual([2, 0]);
  });
});

describe('apportion: a figure rounded once goes back to its exact shares, which may differ in sign', () => {
  const shares = fc.array(fc.bigInt({ min: -1_000_000_000_000n, max: 1_000_000_000_000n }), { minLength: 1, maxLength: 10 });

  test('parts sum to the rounded whole, and each is its share rounded down or up', () => {
    fc.assert(
      fc.property(shares, (numerators) => {
        const denominator = 1_000_000n;
        // Millionths of a yen: the yen has no digits, so this is the rounded sum.
        const whole = roundedMinorUnits(
          numerators.reduce((sum, each) => sum + each, 0n),
          1n,
          'JPY',
        );
        const parts = apportion(
          whole,
          numerators.map((numerator) => ({ numerator, denominator })),
        );
        expect(sumOf(parts)).toBe(BigInt(whole));
        parts.forEach((part, index) => {
          const off = BigInt(part) * denominator - (numerators[index] ?? 0n);
          expect(off > -denominator && off < denominator).toBe(true);
        });
      }),
      runs,
    );
  });

  test('three shares of 2.45 are 7.35, so 7: the unit left goes to the earliest', () => {
    const share = { numerator: 245n, denominator: 100n };
    expect(apportion(7, [share, share, share])).toEqual([3, 2, 2]);
    const back = { numerator: -245n, denominator: 100n };
    expect(apportion(-7, [back, back, back])).toEqual([-3, -2, -2]);
  });
});
