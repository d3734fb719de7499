import { expect, test } from 'vitest';
import { dropPlace } from './drop-place.ts';

const blocks = ['a', 'b', 'c'].map((lineId, at) => ({ lineId, top: at * 40, bottom: (at + 1) * 40 }));

test.each([
  ['above the middle of the first: to the top', 10, 'c', { after: null, y: 0 }],
  ['below the middle of the first', 30, 'c', { after: 'a', y: 40 }],
  ['below all of them', 500, 'a', { after: 'c', y: 120 }],
  ['where it is: behind the one above it', 70, 'b', null],
  ['where it is: before the one below it', 30, 'b', null],
])('%s', (_, y, lineId, place) => {
  expect(dropPlace(blocks, y, lineId, true)).toEqual(place);
});

test('above the first row in the page of a long order there are others: nothing is decided there', () => {
  expect(dropPlace(blocks, 10, 'c', false)).toBeNull();
  expect(dropPlace([], 10, 'c', true)).toBeNull();
});
