import { expect, test } from 'vitest';
import { isSoldByUnit, renewedUnit, type SellingUnit, unitText, withUnit } from './selling-unit.ts';

const red = { name: 'Color', value: 'Red' };

test('says how many pieces are in one, unless it is one', () => {
  expect(unitText({ name: 'case', pieces: 12 })).toBe('case of 12');
  expect(unitText({ name: 'metre', pieces: 1 })).toBe('metre');
});

const now = (options: readonly { name: string; value: string }[], unit: SellingUnit | null) => ({ options: withUnit(options, unit), unit });

test('stands after the options, once, and leaves with its variant’s unit', () => {
  const cases = withUnit([red], { name: 'case', pieces: 12 });
  expect(cases).toEqual([red, { name: 'Sold by', value: 'case of 12' }]);
  expect(renewedUnit(cases, now([red], { name: 'case', pieces: 24 }))).toEqual([red, { name: 'Sold by', value: 'case of 24' }]);
  expect(renewedUnit(cases, now([red], null))).toEqual([red]);
  expect(renewedUnit([red], now([], null))).toEqual([red]);
  expect([isSoldByUnit(cases), isSoldByUnit([red])]).toEqual([true, false]);
});

test('an option of that name stays, with a unit beside it or without', () => {
  const own = { name: 'Sold by', value: 'Box' };
  const cases = { name: 'case', pieces: 12 };
  expect(renewedUnit([own], now([own], null))).toEqual([own]);
  expect(renewedUnit([own], now([own], cases))).toEqual([own, { name: 'Sold by', value: 'case of 12' }]);
  expect(renewedUnit(withUnit([own], cases), now([own], null))).toEqual([own]);
  expect(renewedUnit(withUnit([own, red], cases), now([own, red], { name: 'pair', pieces: 2 }))).toEqual([own, red, { name: 'Sold by', value: 'pair of 2' }]);
});
