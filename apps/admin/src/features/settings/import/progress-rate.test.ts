import { expect, test } from 'vitest';
import { rateOf, secondsLeft, withSample } from './progress-rate.ts';

test('the rate is rows over time, of the last samples only', () => {
  const slow = { at: 0, rows: 0 };
  expect(rateOf([slow])).toBeNull();
  expect(rateOf([slow, { at: 2000, rows: 1000 }])).toBe(500);
  const many = Array.from({ length: 30 }, (_, index) => ({ at: 10_000 + index * 1000, rows: index * 800 })).reduce(withSample, [slow]);
  expect(rateOf(many)).toBe(800);
});

test.each([
  [500, { read: 1000, total: 2000 }, 2],
  [300, { read: 0, total: 1000 }, 4],
  [0, { read: 0, total: 1000 }, null],
  [null, { read: 0, total: 1000 }, null],
  [500, { read: 0, total: null }, null],
])('at %j rows a second, of %j there are %j seconds left', (rate, rows, seconds) => {
  expect(secondsLeft(rate, rows)).toBe(seconds);
});
