import { describe, expect, test } from 'vitest';
import type { MinorUnits } from '../../money/money.ts';
import { type DiscountFacts, type DiscountRule, judgeDiscount, valueOfRule } from './discount-rule.ts';

const rule: DiscountRule = {
  id: 'd',
  name: 'Spring',
  code: 'SPRING',
  active: true,
  value: { kind: 'percentage', ppm: 100_000 },
  currency: 'USD',
  reach: 'items',
  validFrom: '2026-03-01',
  validUntil: '2026-05-31',
  maxUses: 100,
  maxUsesPerCustomer: 1,
  roleIds: null,
};
const facts: DiscountFacts = { day: '2026-04-01', currency: 'USD', roleId: null, used: { inAll: 0, byCustomer: 0, amount: 0 } };
const balance = { kind: 'balance', amount: 5000 as MinorUnits } as const;

describe('judgeDiscount', () => {
  test.each([
    ['within its days', {}, {}, null],
    ['on its first day', {}, { day: '2026-03-01' }, null],
    ['on its last day', {}, { day: '2026-05-31' }, null],
    ['the day before', {}, { day: '2026-02-28' }, 'not_yet'],
    ['the day after', {}, { day: '2026-06-01' }, 'expired'],
    ['switched off', { active: false }, {}, 'off'],
    ['the hundredth use', {}, { used: { inAll: 99, byCustomer: 0, amount: 0 } }, null],
    ['one more than its uses', {}, { used: { inAll: 100, byCustomer: 0, amount: 0 } }, 'used_up'],
    ['again by the same customer', {}, { used: { inAll: 1, byCustomer: 1, amount: 0 } }, 'used_by_customer'],
    ['for Gold, by Gold', { roleIds: ['gold'] }, { roleId: 'gold' }, null],
    ['for Gold, by nobody in particular', { roleIds: ['gold'] }, {}, 'other_customers'],
    ['for a role that is gone', { roleIds: [] }, { roleId: 'gold' }, 'other_customers'],
    ['a percentage in any currency', {}, { currency: 'EUR' }, null],
    ['an amount in another currency', { value: { kind: 'fixed', amount: 500 as MinorUnits } }, { currency: 'EUR' }, 'other_currency'],
    ['a balance with a cent left', { value: balance }, { used: { inAll: 3, byCustomer: 0, amount: 4999 } }, null],
    ['a balance with nothing left', { value: balance }, { used: { inAll: 3, byCustomer: 0, amount: 5000 } }, 'spent'],
  ] as const)('%s', (_, change, seen, reason) => expect(judgeDiscount({ ...rule, ...change }, { ...facts, ...seen })).toBe(reason));

  test('a promise shields from days and switches, not from uses that are gone', () => {
    expect(judgeDiscount({ ...rule, active: false }, { ...facts, day: '2027-01-01' }, true)).toBe(null);
    expect(judgeDiscount(rule, { ...facts, used: { inAll: 100, byCustomer: 0, amount: 0 } }, true)).toBe('used_up');
  });
});

test('a balance takes off what is left of it', () => {
  expect(valueOfRule({ ...rule, value: balance }, 1200)).toEqual({ kind: 'fixed', amount: 3800 });
  expect(valueOfRule({ ...rule, value: balance }, 9000)).toEqual({ kind: 'fixed', amount: 0 });
});
