import { expect, test } from 'vitest';
import { csvRow } from './csv-row.ts';

test.each([
  ['=1+1', "'=1+1"],
  ['+49 30 1234', "'+49 30 1234"],
  ['-2+3', "'-2+3"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', '"\'\t=1"'],
  ['\r=1', '"\'\r=1"'],
  ['\0=1', '"\'\0=1"'],
])('%j never runs as a formula', (cell, written) => {
  expect(csvRow([cell])).toBe(`${written}\r\n`);
});

test.each([
  ['Dana', 'Dana'],
  ['', ''],
  ['a,b', '"a,b"'],
  ['a "b"', '"a ""b"""'],
  ['two\nlines', '"two\nlines"'],
  [' edge ', '" edge "'],
  ['張偉 🎈', '張偉 🎈'],
  ['a=b', 'a=b'],
])('%j is written as it is, quoted where needed', (cell, written) => {
  expect(csvRow([cell])).toBe(`${written}\r\n`);
});

test('cells stand in their order', () => {
  expect(csvRow(['1', '', '=x,"y"'])).toBe('1,,"\'=x,""y"""\r\n');
});
