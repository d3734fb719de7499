import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '../../test/runs.ts';
import { minor } from '../money/money.ts';
import { type DepositTerm, depositBasis, depositInWords, depositOn, splitDeposit } from './deposit.ts';

const half: DepositTerm = { kind: 'percentage', ppm: 500_000 };
const fixed = (amount: number): DepositTerm => ({ kind: 'fixed', amount });
const format = { amount: (minorUnits: number) => `$${(minorUnits / 100).toFixed(2)}`, percent: (ppm: number) => `${ppm / 10_000} %` };

describe('what is due', () => {
  test.each([
    { what: 'half of 31.60', term: half, total: 3160, due: 1580, balance: 1580 },
    { what: 'half of 31.61, half a cent up', term: half, total: 3161, due: 1581, balance: 1580 },
    { what: 'a third of 100 yen', term: { kind: 'percentage', ppm: 333_333 } as const, total: 100, due: 33, balance: 67 },
    { what: 'all of it', term: { kind: 'percentage', ppm: 1_000_000 } as const, total: 3161, due: 3161, balance: 0 },
    { what: 'an amount', term: fixed(1000), total: 3160, due: 1000, balance: 2160 },
    { what: 'an amount beyond the total: the total', term: fixed(5000), total: 3160, due: 3160, balance: 0 },
    { what: 'nothing of nothing', term: fixed(5000), total: 0, due: 0, balance: 0 },
  ])('$what', ({ term, total, due, balance }) => {
    expect(depositOn(term, minor(total))).toEqual({ dueAmount: due, balanceAmount: balance });
  });

  test('deposit and balance are the total, neither below zero, whatever is asked for', () => {
    const term = fc.oneof(
      fc.integer({ min: 1, max: 1_000_000 }).map((ppm): DepositTerm => ({ kind: 'percentage', ppm })),
      fc.integer({ min: 1, max: 1e12 }).map(fixed),
    );
    fc.assert(
      fc.property(term, fc.integer({ min: 0, max: 1e12 }), (asked, total) => {
        const { dueAmount, balanceAmount } = depositOn(asked, minor(total));
        expect(dueAmount + balanceAmount).toBe(total);
        expect(Math.min(dueAmount, balanceAmount)).toBeGreaterThanOrEqual(0);
      }),
      runs,
    );
  });
});

describe('accepted in part', () => {
  test('a percentage stays; 100.00 of 40.00, of which 30.00 were accepted: 75.00 and 25.00', () => {
    expect(splitDeposit(half, { accepted: minor(3000), whole: minor(4000) })).toEqual({ accepted: half, rest: half });
    expect(splitDeposit(fixed(10_000), { accepted: minor(3000), whole: minor(4000) })).toEqual({ accepted: fixed(7500), rest: fixed(2500) });
  });

  test('0.01 goes one way, and what is accepted for more than the whole takes all of it', () => {
    expect(splitDeposit(fixed(1), { accepted: minor(50), whole: minor(100) })).toEqual({ accepted: fixed(1), rest: fixed(0) });
    expect(splitDeposit(fixed(500), { accepted: minor(120), whole: minor(100) })).toEqual({ accepted: fixed(500), rest: fixed(0) });
  });
});

test('in words: what the amount is of, with what is not known yet', () => {
  expect(depositBasis(half, 87_088, [], format)).toBe('50 % of $870.88');
  expect(depositBasis(half, 80_000, ['tax', 'shipping'], format)).toBe('50 % of $800.00, before shipping and tax');
  expect(depositBasis(fixed(5000), 80_000, ['tax'], format)).toBe('');
  expect([depositInWords(half, format), depositInWords(fixed(5000), format)]).toEqual(['50 %', '$50.00']);
});
