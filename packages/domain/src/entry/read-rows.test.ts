// What people paste: sheets, CSV and mails. Each row comes out once, with its readings, and none is lost.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '../../test/runs.ts';
import { mostRows, readEntry, readRows } from './read-rows.ts';

function firstReadings(text: string) {
  const read = readRows(text);
  if (!read.ok) throw new Error(read.reason);
  return read.rows.map(({ readings: [first] }) => [first?.words, first?.quantity]);
}

describe('a row of text', () => {
  test.each([
    ['24 x TEE-RED-M', 'TEE-RED-M', 24],
    ['24× Heavy tee red M', 'Heavy tee red M', 24],
    ['12 pcs Mug 11 oz', 'Mug 11 oz', 12],
    ['12 pieces of Mug 11 oz', 'Mug 11 oz', 12],
    ['2 dozen mugs', 'mugs', 24],
    ['1,000 STK-RND-75', 'STK-RND-75', 1000],
    ["1'000 STK-RND-75", 'STK-RND-75', 1000],
    ['- 5 CAP-5P-BLK', 'CAP-5P-BLK', 5],
    ['• CAP-5P-BLK: 5', 'CAP-5P-BLK', 5],
    ['3) CAP-5P-BLK – 5 pcs', 'CAP-5P-BLK', 5],
    ['MUG-NVY x 144', 'MUG-NVY', 144],
    ['MUG-NVY 144', 'MUG-NVY', 144],
    ['MUG-100', 'MUG-100', null],
    ['MUG-NVY (144)', 'MUG-NVY', 144],
    ['Dear Ana, please send', 'Dear Ana, please send', null],
  ])('%s', (text, words, quantity) => {
    expect(firstReadings(text)).toEqual([[words, quantity]]);
  });

  test('with a figure at both ends, both readings are kept for the catalogue to decide', () => {
    const read = readRows('501 24');
    expect(read.ok && read.rows[0]?.readings).toEqual([
      { words: '24', quantity: 501, isMarked: false },
      { words: '501', quantity: 24, isMarked: false },
      { words: '501 24', quantity: null, isMarked: false },
    ]);
  });
});

test.each([
  ['24 x mug', true],
  ['24 pcs mug', true],
  ['mug: 24', true],
  ['mug 24 pcs', true],
  // The figure may be part of the name: only a SKU makes it sure.
  ['11 oz mug', false],
  ['mug 11', false],
])('whether the figure can only be a quantity: %s', (text, isMarked) => {
  const read = readRows(text);
  expect(read.ok && read.rows[0]?.readings[0]?.isMarked).toBe(isMarked);
});

describe('what is being typed in Add Product', () => {
  test.each([
    ['24 bot', 'bot', 24],
    ['24 x bot', 'bot', 24],
    ['24x bot', 'bot', 24],
    ['1,000 stk', 'stk', 1000],
    ['12 pcs mug', 'mug', 12],
    ['2 dozen mugs', 'mugs', 24],
    ['bot x 24', 'bot', 24],
    ['TEE-RED-M 24 pcs', 'TEE-RED-M', 24],
    // A name that goes on with a figure is still being typed.
    ['mug 11', 'mug 11', null],
    ['MUG-100', 'MUG-100', null],
    ['0 mugs', '0 mugs', null],
    ['24', '24', null],
    ['99999999 mugs', '99999999 mugs', null],
    ['', '', null],
  ])('%s', (text, words, quantity) => {
    expect(readEntry(text, 9_999_999)).toEqual({ words, quantity });
  });
});

describe('a table', () => {
  test.each([
    ['tabs, no heading', 'TEE-RED-M\t24\nMUG\t6'],
    ['tabs, the quantity first', '24\tTEE-RED-M\n6\tMUG'],
    ['semicolons with a heading', 'SKU;Qty\nTEE-RED-M;24\nMUG;6'],
    ['commas with a heading in another order', 'Qty,Item,Price\n24,TEE-RED-M,$8.50\n6,MUG,4.10'],
    ['commas without a space', 'TEE-RED-M,24\nMUG,6'],
    ['quoted cells', '"TEE-RED-M","24"\n"MUG","6"'],
    ['empty rows between', '\r\nTEE-RED-M\t24\r\n\r\nMUG\t6\r\n'],
    ['a price behind the quantity', 'TEE-RED-M\t24\t8.50\nMUG\t6\t4.10'],
  ])('%s', (_, text) => {
    expect(firstReadings(text)).toEqual([
      ['TEE-RED-M', 24],
      ['MUG', 6],
    ]);
  });

  test('the column of the SKU wins over the name, and the name is the next reading', () => {
    const read = readRows('Description\tItem No\tQuantity\nHeavy tee, red\tTEE-RED-M\t1,200');
    expect(read.ok && read.rows).toEqual([
      {
        row: 2,
        text: 'Heavy tee, red TEE-RED-M 1,200',
        readings: [
          { words: 'TEE-RED-M', quantity: 1200, isMarked: true },
          { words: 'Heavy tee, red', quantity: 1200, isMarked: true },
          { words: 'Heavy tee, red TEE-RED-M', quantity: 1200, isMarked: true },
        ],
      },
    ]);
  });

  test('SKUs that are figures stand before the quantity', () => {
    expect(firstReadings('10042\t24\n10043\t6')).toEqual([
      ['10042', 24],
      ['10043', 6],
    ]);
  });
});

describe('what is no list', () => {
  test('bytes of a picture are refused, not read', () => {
    expect(readRows('\u0089PNG\r\n\u001a\u0000\u0000')).toEqual({ ok: false, reason: 'not_text', count: 0 });
  });
  test('nothing', () => {
    expect(readRows(' \n\t\n;;\n')).toEqual({ ok: false, reason: 'nothing', count: 0 });
  });
  test('ten thousand rows are too many, and their number is told', () => {
    expect(readRows('TEE 1\n'.repeat(10_000))).toEqual({ ok: false, reason: 'too_many', count: 10_000 });
    expect(readRows('TEE 1\n'.repeat(mostRows)).ok).toBe(true);
  });
  test('one enormous cell is kept to be seen, cut, and not looked up', () => {
    const read = readRows(`TEE-RED-M\t24\n${'x'.repeat(1_000_000)}\t5`);
    expect(read.ok && read.rows.map(({ text, readings }) => [text.length, readings.length])).toEqual([
      [12, 1],
      [200, 0],
    ]);
  });
  test('no row that holds a letter or a figure is lost, whatever it holds', () => {
    const cell = fc
      .string({ minLength: 1, maxLength: 30, unit: 'grapheme' })
      .filter((text) => /[\p{L}\p{N}]/u.test(text) && !/[\p{C}\u2028\u2029]/u.test(text));
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 40 }), (rows) => {
        const read = readRows(rows.map((row) => `a${row}`).join('\n'));
        return read.ok && read.rows.length === rows.length;
      }),
      runs,
    );
  });
});
