import { expect, test } from 'vitest';
import { dayIn } from '../day-in.ts';
import { daysAfter, lastSecondOf } from './valid-until.ts';

test.each([
  // 23:59:59 in New York in winter is 04:59:59 UTC of the next day, in summer 03:59:59.
  ['2026-12-23', 'America/New_York', '2026-12-24T04:59:59.000Z'],
  ['2026-07-01', 'America/New_York', '2026-07-02T03:59:59.000Z'],
  // The clocks go back in that night: the day has 25 hours and its last second is winter time.
  ['2026-11-01', 'America/New_York', '2026-11-02T04:59:59.000Z'],
  ['2026-12-23', 'Asia/Kolkata', '2026-12-23T18:29:59.000Z'],
  // The next day starts at 01:00 here, so this one ends at 23:59:59 all the same.
  ['2026-04-23', 'Africa/Cairo', '2026-04-23T21:59:59.000Z'],
])('%s in %s ends at %s', (day, timeZone, expected) => {
  expect(lastSecondOf(day, timeZone).toISOString()).toBe(expected);
});

test('the day is that of the zone, not of UTC', () => {
  const now = new Date('2026-11-24T03:30:00Z');
  expect(dayIn('America/New_York', now)).toBe('2026-11-23');
  expect(daysAfter(dayIn('America/New_York', now), 30)).toBe('2026-12-23');
  expect(dayIn('Asia/Tokyo', now)).toBe('2026-11-24');
});
