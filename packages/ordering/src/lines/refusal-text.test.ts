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
  ['conflict', { version: 4, index: 0, undone: true }, 'It was undone already'],
  ['line.not_in_increment', { increment: 0, quantity: 24, below: 12, above: 48 }, 'Sold in fixed quantities: 12 or 48, not 24'],
  ['line.not_in_increment', { increment: 0, quantity: 1_500, below: 1_440, above: null }, 'Sold in fixed quantities: 1,440, not 1,500'],
  ['line.not_in_increment', { increment: 6, quantity: 50, below: 48, above: 54 }, 'Sold in steps of 6: 48 or 54, not 50'],
  ['line.not_in_increment', { increment: 12, quantity: 5, below: 0, above: 12 }, 'Sold in steps of 12: 12, not 5'],
  ['line.override_out_of_range', { minimum: '0', maximum: '1000000000' }, 'The price is outside what is allowed.'],
])('%s %j is said in words of who reads it: %s', (code, detail, says) => {
  expect(refusalText({ code, detail }, number)).toBe(says);
});
