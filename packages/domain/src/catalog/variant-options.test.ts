import { expect, test } from 'vitest';
import { combinations, inOptionOrder, missingCombinations, placedAmong, sisterOf, usedOptions, valueAsKnown, withValues } from './variant-options.ts';

const size = { name: 'Size', values: ['S', 'M', 'L'] };
const colour = { name: 'Colour', values: ['Red', 'Blue'] };
const of = (...optionValues: string[]) => ({ optionValues });

test('every combination, the last option changing fastest', () => {
  expect(combinations([{ values: ['S', 'M'] }, colour])).toEqual([
    ['S', 'Red'],
    ['S', 'Blue'],
    ['M', 'Red'],
    ['M', 'Blue'],
  ]);
  expect(combinations([])).toEqual([[]]);
  expect(combinations([size, { values: [] }])).toEqual([]);
  expect(combinations([10, 10, 10].map((count) => ({ values: Array.from({ length: count }, (_, at) => String(at)) })))).toHaveLength(1000);
});

test('a new size is missing in every colour, and what is made is not missing', () => {
  const made = combinations([size, colour]).map((optionValues) => ({ optionValues }));
  expect(missingCombinations([size, colour], made)).toEqual([]);
  expect(missingCombinations([{ values: [...size.values, 'XXL'] }, colour], made)).toEqual([
    ['XXL', 'Red'],
    ['XXL', 'Blue'],
  ]);
  expect(missingCombinations([size, colour], made.slice(1))).toEqual([['S', 'Red']]);
});

test('a value that no variant has is not offered, and keeps its place for when one has it again', () => {
  const known = [size, colour];
  expect(usedOptions(known, [of('L', 'Red'), of('S', 'Red')])).toEqual([
    { name: 'Size', values: ['S', 'L'] },
    { name: 'Colour', values: ['Red'] },
  ]);
  expect(withValues(known, [of('XXL', 'Red')])[0]?.values).toEqual(['S', 'M', 'L', 'XXL']);
});

test.each([
  ['as it is written', 'Red', 'Red'],
  ['in another case', 'rED', 'Red'],
  ['new', 'Green', 'Green'],
])('a value is taken %s', (_, typed, taken) => expect(valueAsKnown(typed, colour)).toBe(taken));

test('two values that differ only in case stay the two they are', () => {
  expect(valueAsKnown('red', { name: 'Colour', values: ['Red', 'red'] })).toBe('red');
});

test('variants follow the order of the values; a value nobody ordered comes last', () => {
  const variants = [of('L', 'Red'), of('S', 'Blue'), of('?', 'Red'), of('S', 'Red')];
  expect(inOptionOrder([size, colour], variants).map(({ optionValues }) => optionValues.join(' '))).toEqual(['S Red', 'S Blue', 'L Red', '? Red']);
});

test('new variants come among those in order, and after those that somebody put otherwise', () => {
  const added = [of('M')];
  expect(placedAmong([size], [of('S'), of('L')], added).map(({ optionValues }) => optionValues[0])).toEqual(['S', 'M', 'L']);
  expect(placedAmong([size], [of('L'), of('S')], added).map(({ optionValues }) => optionValues[0])).toEqual(['L', 'S', 'M']);
});

test('a new variant takes over from the one that shares most values, of several the last', () => {
  const made = [of('S', 'Red'), of('L', 'Red'), of('L', 'Blue')];
  expect(sisterOf(made, ['XXL', 'Red'])).toBe(made[1]);
  expect(sisterOf(made, ['XXL', 'Green'])).toBe(made[2]);
  expect(sisterOf([], ['S'])).toBeUndefined();
});
