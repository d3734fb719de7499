import { expect, test } from 'vitest';
import { digestOfSet } from './digest.ts';

test('the same texts give the same mark in any order; a text more, less or other gives another', () => {
  const mark = digestOfSet(['mugs=10', 'tees=4']);
  expect(digestOfSet(['tees=4', 'mugs=10'])).toBe(mark);
  for (const other of [['mugs=10'], ['mugs=10', 'tees=4', 'pins=1'], ['mugs=4', 'tees=10'], ['mugs=10', 'mugs=10']]) expect(digestOfSet(other)).not.toBe(mark);
  expect(digestOfSet([])).toBe('00000000');
});

test('50,000 quantities of a line give as many marks, and none is longer than 14 characters', () => {
  const marks = Array.from({ length: 50_000 }, (_, at) => digestOfSet(['pens=3', `0198c1d2-9a30-7a55-8f10-5a3b6a1c2d3e=${at}`]));
  expect(new Set(marks).size).toBe(marks.length);
  expect(Math.max(...marks.map((mark) => mark.length))).toBeLessThanOrEqual(14);
});
