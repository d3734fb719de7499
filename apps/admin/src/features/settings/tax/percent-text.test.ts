import { expect, test } from 'vitest';
import { partsPerMillion, percentText } from './percent-text.ts';

test.each([
  [88750, '8.875'],
  [190000, '19'],
  [5, '0.0005'],
  [0, '0'],
  [1_000_000, '100'],
])('%i parts per million are %s percent and back', (parts, text) => {
  expect(percentText(parts)).toBe(text);
  expect(partsPerMillion(text)).toBe(parts);
});

test.each([null, '', '-1', '100.0001', '1.00001', 'x'])('%o is no rate', (text) => {
  expect(partsPerMillion(text)).toBeUndefined();
});
