import { expect, test } from 'vitest';
import { unitText, withUnit } from './selling-unit.ts';

const red = { name: 'Color', value: 'Red' };

test('says how many pieces are in one, unless it is one', () => {
  expect(unitText({ name: 'case', pieces: 12 })).toBe('case of 12');
  expect(unitText({ name: 'metre', pieces: 1 })).toBe('metre');
});

test('stands after the options, once, and leaves with its variant’s unit', () => {
  const cases = withUnit([red], { name: 'case', pieces: 12 });
  expect(cases).toEqual([red, { name: 'Sold by', value: 'case of 12' }]);
  expect(withUnit(cases, { name: 'case', pieces: 24 })).toEqual([red, { name: 'Sold by', value: 'case of 24' }]);
  expect(withUnit(cases, null)).toEqual([red]);
});
