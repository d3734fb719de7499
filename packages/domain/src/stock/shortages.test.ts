import { expect, test } from 'vitest';
import { shortages } from './shortages.ts';

const of = (available: number, allowsBackorder = false) => ({ available, allowsBackorder });

test.each([
  { title: 'enough', lines: [[38, 38]], short: [] },
  { title: '50 of 38', lines: [[50, 38]], short: [[0, 12, 38]] },
  {
    title: 'two lines draw from one stock: 8 + 5 of 10',
    lines: [
      [8, 10],
      [5, 10],
    ],
    short: [[1, 3, 10]],
  },
  {
    title: 'each line says its own: 15 + 5 of 10',
    lines: [
      [15, 10],
      [5, 10],
    ],
    short: [
      [0, 5, 10],
      [1, 5, 10],
    ],
  },
  { title: 'less than nothing is nothing: 3 of −2', lines: [[3, -2]], short: [[0, 3, 0]] },
] as const)('$title', ({ lines, short }) => {
  const asked = lines.map(([quantity, available], at) => ({ id: String(at), variantId: 'tee', quantity, stock: of(available) }));
  expect(shortages(asked).map(({ lineId, short: pieces, available }) => [Number(lineId), pieces, available])).toEqual(short);
});

test('what is not tracked, or is no catalogue line, is never short; back-order is told, not hidden', () => {
  const lines = [
    { id: 'a', variantId: 'tee', quantity: 9, stock: null },
    { id: 'b', variantId: null, quantity: 9, stock: of(0) },
    { id: 'c', variantId: 'mug', quantity: 9, stock: of(4, true) },
  ];
  expect(shortages(lines)).toEqual([{ lineId: 'c', short: 5, available: 4, allowsBackorder: true }]);
});
