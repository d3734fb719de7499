import { describe, expect, test } from 'vitest';
import { dayAfter, formatDate, formatDay, formatShortDate } from './date.ts';
import { formatNumber, formatPartsPerMillion } from './number.ts';
import { daysUntil, formatAgo, formatDaysUntil } from './relative-time.ts';
import { formatUnitPrice } from './unit-price.ts';

test.each([
  ['8.5', '8.50'],
  ['8.500000', '8.50'],
  ['0.145', '0.145'],
  ['0.000001', '0.000001'],
  ['1234', '1,234.00'],
])('a unit price of %s reads %s', (decimal, text) => {
  expect(formatUnitPrice(decimal, 'USD', 'en-US', { show: 'plain' })).toBe(text);
});

test.each([
  [88750, '8.875%'],
  [190000, '19%'],
  [0, '0%'],
  [1_000_000, '100%'],
])('%i parts per million read %s', (rate, text) => {
  expect(formatPartsPerMillion(rate, 'en-US')).toBe(text);
});

test('a decimal string keeps its digits', () => {
  expect(formatNumber('1234567.123456', 'en-US')).toBe('1,234,567.123456');
});

const now = new Date('2026-11-23T19:00:00Z');

test('a date has no zone: it is the same day everywhere', () => {
  expect(formatDate('2026-11-27', 'en-GB', now)).toBe('Fri 27 Nov');
  expect(formatDate('2027-01-02', 'en-GB', now)).toBe('2 Jan 2027');
  expect(formatShortDate('2026-11-27', 'en-GB', now)).toBe('27 Nov');
  expect(formatShortDate('2027-01-02', 'en-US', now)).toBe('Jan 2, 2027');
});

test('days are counted by the calendar: over the change of clocks too', () => {
  expect(dayAfter('2027-03-01', 30)).toBe('2027-03-31');
  expect(dayAfter('2026-11-01', 1)).toBe('2026-11-02');
  expect(dayAfter('2028-02-28', 1)).toBe('2028-02-29');
});

test('a moment falls on the day of the account zone', () => {
  expect(formatDay('2026-11-24T02:00:00Z', 'en-GB', 'America/New_York', now)).toBe('Mon 23 Nov');
});

describe('time since', () => {
  test.each([
    ['2026-11-23T18:59:50Z', 'now'],
    ['2026-11-23T18:56:00Z', '4 min. ago'],
    ['2026-11-23T17:00:00Z', '2 hr. ago'],
    ['2026-11-21T09:30:00Z', 'Sat 9:30 AM'],
    ['2026-11-01T09:30:00Z', 'Sun, Nov 1'],
  ])('%s was %s', (at, text) => {
    expect(formatAgo(at, { locale: 'en-US', timeZone: 'UTC', now }).replaceAll('\u202f', ' ')).toBe(text);
  });
});

test('days until a date count calendar days in the account zone', () => {
  const zone = { locale: 'en-US', timeZone: 'Pacific/Auckland', now };
  // 19:00 UTC on the 23rd is already the 24th in Auckland.
  expect(daysUntil('2026-11-27', 'Pacific/Auckland', now)).toBe(3);
  expect(formatDaysUntil('2026-11-25', zone)).toBe('tomorrow');
  expect(formatDaysUntil('2026-11-24', zone)).toBe('today');
});
