import { expect, test } from 'vitest';
import { nearestWord } from './nearest-word.ts';

test.each([
  ['wrnech', ['bench', 'wrench'], 'wrench'],
  ['cottn', ['cotton', 'button'], 'cotton'],
  ['hodie', ['hoodie'], 'hoodie'],
  ['tee', ['teeth', 'tea', 'tee'], 'tee'],
  ['mgu', ['mug'], 'mug'],
  ['mug', ['hat'], undefined],
  ['aluminum', ['aluminium'], 'aluminium'],
  ['abcdefg', ['gfedcba'], undefined],
  ['x', [], undefined],
])('%s among %j is %s', (word, candidates, nearest) => {
  expect(nearestWord(word, candidates)).toBe(nearest);
});
