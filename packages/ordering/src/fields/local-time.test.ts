import { expect, test } from 'vitest';
import { localTimeOf, utcOf } from './local-time.ts';

test.each([
  // New York is five hours behind UTC in winter, four in summer.
  ['2026-11-24T09:30', 'America/New_York', '2026-11-24T14:30:00.000Z'],
  ['2026-07-01T00:00', 'America/New_York', '2026-07-01T04:00:00.000Z'],
  ['2026-11-24T09:30', 'Asia/Kolkata', '2026-11-24T04:00:00.000Z'],
  ['2026-11-24T23:59', 'UTC', '2026-11-24T23:59:00.000Z'],
  ['2027-01-01T00:30', 'Europe/Berlin', '2026-12-31T23:30:00.000Z'],
  // The hours around both changes of the clocks of 2026: 8 March, 2:00 to 3:00; 1 November, 2:00 to 1:00.
  ['2026-03-08T01:59', 'America/New_York', '2026-03-08T06:59:00.000Z'],
  ['2026-03-08T03:00', 'America/New_York', '2026-03-08T07:00:00.000Z'],
  ['2026-11-01T00:59', 'America/New_York', '2026-11-01T04:59:00.000Z'],
  ['2026-11-01T01:30', 'America/New_York', '2026-11-01T05:30:00.000Z'],
  ['2026-11-01T02:00', 'America/New_York', '2026-11-01T07:00:00.000Z'],
])('%s in %s is %s, and back', (local, timeZone, utc) => {
  expect(utcOf(local, timeZone)).toBe(utc);
  expect(localTimeOf(utc, timeZone)).toBe(local);
});

test('an hour that the clock leaves out is the one after it', () => {
  expect(utcOf('2026-03-08T02:30', 'America/New_York')).toBe('2026-03-08T07:30:00.000Z');
});

test.each(['', 'tomorrow', '2026-11-24T'])('%j is no time', (text) => {
  expect([utcOf(text, 'UTC'), localTimeOf(text, 'UTC')]).toEqual([null, '']);
});
