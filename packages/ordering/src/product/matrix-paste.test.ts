import type { Variant } from '@backdesk/contract/catalog/schema.ts';
import { expect, test } from 'vitest';
import type { MatrixLayout } from './matrix-layout.ts';
import { readBlock } from './matrix-paste.ts';

const variant = (id: string, published = true) => ({ id, published }) as unknown as Variant;
/** Red and Navy in S, M and XL; Navy XL is not made, Red XL is not on sale. */
const layout: MatrixLayout = {
  down: 'Colour',
  across: 'Size',
  columns: ['S', 'M', 'XL'],
  rows: [
    { name: 'Red', variants: [variant('red-s'), variant('red-m'), variant('red-xl', false)] },
    { name: 'Navy', variants: [variant('navy-s'), variant('navy-m'), undefined] },
  ],
};
const first = { row: 0, column: 0 };

test('what can be filled is; what cannot is named with its figure and the reason', () => {
  expect(readBlock(layout, first, '24\t1,200\t6\r\n12\tsome\t3\r\n', 'en-US')).toEqual({
    filled: { 'red-s': '24', 'red-m': '1200', 'navy-s': '12' },
    left: [
      { cell: 'Red, XL', figure: '6', why: 'not_on_sale' },
      { cell: 'Navy, M', figure: 'some', why: 'unreadable' },
      { cell: 'Navy, XL', figure: '3', why: 'not_made' },
    ],
  });
});

test('what lies past the edge is named by its place in the block', () => {
  expect(readBlock(layout, { row: 1, column: 1 }, '5\t6\t7\n8\t9\t10', 'en-US')).toEqual({
    filled: { 'navy-m': '5' },
    left: [
      { cell: 'Navy, XL', figure: '6', why: 'not_made' },
      { cell: '1/3', figure: '7', why: 'outside' },
      { cell: '2/1', figure: '8', why: 'outside' },
      { cell: '2/2', figure: '9', why: 'outside' },
      { cell: '2/3', figure: '10', why: 'outside' },
    ],
  });
});

test('a block with the names of its columns and rows is read by them, in any order and wherever it is pasted', () => {
  expect(readBlock(layout, { row: 1, column: 2 }, '\tm\tS\t3XL\nnavy\t1\t2\t3\nTeal\t4\t0\t\nRed\t6\t7\t', 'en-US')).toEqual({
    filled: { 'navy-m': '1', 'navy-s': '2', 'red-m': '6', 'red-s': '7' },
    left: [
      { cell: 'navy, 3XL', figure: '3', why: 'not_made' },
      { cell: 'Teal, m', figure: '4', why: 'not_made' },
    ],
  });
});

test('empty cells and noughts ask for nothing; a quantity that cannot be ordered is named; one cell alone is pasted as text', () => {
  expect(readBlock(layout, first, '\t0\t\n-3\t1000000000', 'en-US')).toEqual({
    filled: {},
    left: [
      { cell: 'Navy, S', figure: '-3', why: 'unreadable' },
      { cell: 'Navy, M', figure: '1000000000', why: 'unreadable' },
    ],
  });
  expect(readBlock(layout, first, '24\n', 'en-US')).toBeNull();
});

test('ten thousand rows are read, each named', () => {
  const block = readBlock(layout, first, Array.from({ length: 10_000 }, () => '1').join('\n'), 'en-US');
  expect([Object.keys(block?.filled ?? {}).length, block?.left.length]).toEqual([2, 9_998]);
});

test('figures are read as a person of the locale means them, and a part of a piece is never a thousand', () => {
  expect(readBlock(layout, first, '0.125\t1.500\n1,500\t-5', 'en-US')).toEqual({
    filled: { 'navy-s': '1500' },
    left: [
      { cell: 'Red, S', figure: '0.125', why: 'unreadable' },
      { cell: 'Red, M', figure: '1.500', why: 'unreadable' },
      { cell: 'Navy, M', figure: '-5', why: 'unreadable' },
    ],
  });
  expect(readBlock(layout, first, '1.500\t0,125', 'de-DE')).toEqual({
    filled: { 'red-s': '1500' },
    left: [{ cell: 'Red, M', figure: '0,125', why: 'unreadable' }],
  });
});
