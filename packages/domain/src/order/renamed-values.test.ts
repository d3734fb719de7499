import { expect, test } from 'vitest';
import { renamedValues } from './renamed-values.ts';

const values = (...pairs: readonly (readonly [string, string])[]) => pairs.map(([name, value]) => ({ name, value }));
const red = values(['Colour', 'Red'], ['Size', 'M']);

test.each([
  ['nothing', values(['Colour', 'Red'], ['Size', 'M']), []],
  ['a value', values(['Colour', 'Crimson'], ['Size', 'M']), [{ name: 'Colour', from: 'Red', to: 'Crimson' }]],
  ['an option alone', values(['Color', 'Red'], ['Size', 'M']), []],
  ['the order alone', values(['Size', 'M'], ['Colour', 'Red']), []],
  ['an option with its value', values(['Size', 'M'], ['Color', 'Crimson']), [{ name: 'Color', from: 'Red', to: 'Crimson' }]],
  [
    'two values',
    values(['Colour', 'Crimson'], ['Size', 'Medium']),
    [
      { name: 'Colour', from: 'Red', to: 'Crimson' },
      { name: 'Size', from: 'M', to: 'Medium' },
    ],
  ],
  ['an option that came', values(['Colour', 'Red'], ['Size', 'M'], ['Fit', 'Slim']), []],
  ['an option that went', values(['Size', 'M']), []],
])('%s was renamed', (_, now, renamed) => {
  expect(renamedValues(red, now)).toEqual(renamed);
});
