import { expect, test } from 'vitest';
import { refusalText } from './refusal-text.ts';

const number = (value: number) => value.toLocaleString('en-US');

test.each([
  ['line.quantity_out_of_range', { minimum: 1, maximum: 9_999_999 }, 'A whole number from 1 to 9,999,999'],
  [
    'line.quantity_out_of_range',
    { minimum: 1, maximum: 9_999_999, maximumAmount: 400_000_000_000 },
    'One line cannot come to so much: fewer pieces, or a lower price',
  ],
  ['line.override_out_of_range', { mostOfAllLines: '1000000000000' }, 'All lines together cannot come to so much: fewer pieces, or a lower price'],
  ['line.override_out_of_range', { minimum: '0', maximum: '1000000000' }, 'The price is outside what is allowed.'],
])('%s says which figure is out of bounds', (code, detail, says) => {
  expect(refusalText({ code, detail }, number)).toBe(says);
});
