// Price periods: which day they are in force on, and what may not stand beside what.
import { expect, test } from 'vitest';
import { periodFaults, periodState } from './price-periods.ts';

const days = (validFrom: string | null, validUntil: string | null, place: object = {}) => ({ validFrom, validUntil, variantId: null, roleId: null, ...place });

test.each([
  ['2026-11-30', 'coming'],
  ['2026-12-01', 'now'],
  ['2026-12-24', 'now'],
  ['2026-12-25', 'ended'],
] as const)('on %s December 1 to 24 is %s', (day, state) => expect(periodState(days('2026-12-01', '2026-12-24'), day)).toBe(state));

test('a side without a day is open', () => {
  expect(periodState(days('2026-12-01', null), '2099-01-01')).toBe('now');
  expect(periodState(days(null, '2026-12-01'), '2000-01-01')).toBe('now');
});

test.each([
  ['one after the other', [days('2026-11-01', '2026-11-30'), days('2026-12-01', null)], []],
  ['one day shared', [days('2026-11-01', '2026-11-30'), days('2026-11-30', '2026-12-05')], [{ at: 1, fault: 'overlaps', other: 0 }]],
  ['one within another', [days('2026-11-01', '2026-12-31'), days('2026-12-10', '2026-12-12')], [{ at: 1, fault: 'overlaps', other: 0 }]],
  ['both open at their end', [days('2026-11-01', null), days('2027-01-01', null)], [{ at: 1, fault: 'overlaps', other: 0 }]],
  ['both open at their beginning', [days(null, '2026-11-01'), days(null, '2026-10-01')], [{ at: 1, fault: 'overlaps', other: 0 }]],
  ['other variants and roles', [days('2026-11-01', null), days('2026-11-01', null, { variantId: 'a' }), days('2026-11-01', null, { roleId: 'gold' })], []],
  ['no day at all', [days(null, null)], [{ at: 0, fault: 'no_day' }]],
  ['the last day before the first', [days('2026-11-02', '2026-11-01')], [{ at: 0, fault: 'ends_before' }]],
  ['a single day', [days('2026-11-27', '2026-11-27')], []],
])('%s', (_, periods, faults) => expect(periodFaults(periods)).toEqual(faults));
