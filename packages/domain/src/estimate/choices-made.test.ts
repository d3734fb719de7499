import { expect, test } from 'vitest';
import { type ChoosableLine, choicesMade, wrongQuantities } from './choices-made.ts';

const mug: ChoosableLine = { id: 'mug', parentLineId: null, optional: false, chosen: true, quantity: 24, quantityBounds: { minimum: 12, maximum: 100 } };
const note: ChoosableLine = { id: 'note', parentLineId: null, optional: true, chosen: false, quantity: 5, quantityBounds: null };
const setup: ChoosableLine = { ...note, id: 'setup', parentLineId: 'note' };

test('only what differs is a choice; what hangs on a line follows it, what is left out is none', () => {
  const frozen = [mug, note, setup];
  expect(choicesMade(frozen, frozen, new Set())).toEqual({ lines: [], leftOut: [] });
  const shown = [
    { ...mug, quantity: 40 },
    { ...note, chosen: true },
    { ...setup, chosen: true },
  ];
  expect(choicesMade(frozen, shown, new Set())).toEqual({
    lines: [
      { lineId: 'mug', quantity: 40 },
      { lineId: 'note', chosen: true },
    ],
    leftOut: [],
  });
  expect(choicesMade(frozen, shown, new Set(['mug']))).toEqual({ lines: [{ lineId: 'note', chosen: true }], leftOut: ['mug'] });
});

test('beyond the bounds, or not sold in such a number', () => {
  expect(wrongQuantities([{ ...mug, quantity: 101 }, note], [])).toEqual(['mug']);
  expect(wrongQuantities([{ ...mug, quantity: 13 }, note], [{ lineId: 'mug', blockers: [{ code: 'line.not_in_increment' }] }])).toEqual(['mug']);
  expect(wrongQuantities([mug, note], [{ lineId: 'note', blockers: [{ code: 'line.no_price' }] }])).toEqual([]);
});
