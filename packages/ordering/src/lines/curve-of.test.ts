import { expect, test } from 'vitest';
import { curveOf } from './curve-of.ts';

const size = { width: 200, height: 52 };
const breaks = [
  { quantity: 1, extendedPrice: '10' },
  { quantity: 10, extendedPrice: '60' },
  { quantity: 100, extendedPrice: '200' },
];
const xs = (line: string) => [...line.matchAll(/H ([\d.]+)/g)].map(([, x]) => Number(x));
const ys = (line: string) => [...line.matchAll(/(?:M 0|V) ([\d.]+)/g)].map(([, y]) => Number(y));

test('a step at each break, down with the price of a piece, as wide for each tenfold', () => {
  const curve = curveOf(breaks, 10, size);
  // 10, 6 and 2 a piece from the top (6) to the bottom (46): the middle one halfway.
  expect(ys(curve?.line ?? '')).toEqual([6, 26, 46]);
  const [ten = 0, hundred = 0, end] = xs(curve?.line ?? '');
  expect(Math.abs(hundred - 2 * ten)).toBeLessThan(0.2);
  expect(end).toBe(200);
  expect(curve?.now).toEqual({ x: ten, y: 26 });
});

test.each([
  ['between two breaks: at the price that holds', 30, 26],
  ['beyond the last', 5_000, 46],
])('%s', (_, quantity, y) => {
  const now = curveOf(breaks, quantity, size)?.now;
  expect(now?.y).toBe(y);
  expect(now?.x).toBeLessThanOrEqual(200);
});

test('below the lowest break there is no point; with one break, or none, no picture', () => {
  expect(
    curveOf(
      [
        { quantity: 50, extendedPrice: '50' },
        { quantity: 100, extendedPrice: '90' },
      ],
      10,
      size,
    )?.now,
  ).toBeNull();
  expect(curveOf(breaks.slice(0, 1), 1, size)).toBeNull();
  expect(curveOf([], 1, size)).toBeNull();
});

test('a price that rises, or stays, is drawn too', () => {
  expect(
    ys(
      curveOf(
        [
          { quantity: 1, extendedPrice: '1' },
          { quantity: 2, extendedPrice: '4' },
        ],
        1,
        size,
      )?.line ?? '',
    ),
  ).toEqual([46, 6]);
  expect(
    ys(
      curveOf(
        [
          { quantity: 1, extendedPrice: '1' },
          { quantity: 2, extendedPrice: '2' },
        ],
        1,
        size,
      )?.line ?? '',
    ),
  ).toEqual([26, 26]);
});
