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
    ['', '', null],
  ])('%s', (text, words, quantity) => {
    expect(readEntry(text, 9_999_999)).toEqual({ words, quantity, beyond: null });
  });

  test.each(['99999999 mugs', '99,999,999 x mugs', '99999999x mugs', 'mugs x 99999999'])('%s is more than a line can hold, and reads as such', (text) => {
    expect(readEntry(text, 9_999_999)).toEqual({ words: text, quantity: null, beyond: { words: 'mugs', quantity: 99_999_999 } });
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

  test.each([
    ['a price under one that has three places', 'PEN,500,0.125', 'PEN', 500],
    ['the same without the quantity', 'PEN,0.125', 'PEN,0.125', null],
    ['whole prices in one row, decimal ones in another', 'PEN\t500\t1\nCAP\t24\t2\nMUG\t6\t4.10', 'PEN', 500],
    ['a whole price with its currency', 'CAP;24;10 €', 'CAP', 24],
    ['headings for SKU and price, not for the quantity', 'Artikel-Nr;Zahl;Preis\nCAP;24;10', 'CAP', 24],
    ['German', 'Pos.;Artikel-Nr.;Bestellt;Preis (EUR)\n1;CAP;24;10\n2;MUG;6;4', 'CAP', 24],
    ['French', 'Référence;Désignation;Prix unitaire HT;Qté\nCAP;Casquette;10;24', 'CAP', 24],
    ['Spanish', 'Código;Precio;Cantidad\nCAP;10;24', 'CAP', 24],
    ['Dutch', 'Artikelcode;Aantal;Prijs\nCAP;24;10', 'CAP', 24],
    ['an amount beside a quantity is money', 'Item;Amount;Qty\nCAP;240;24', 'CAP', 24],
    ['the number of the row before', '1;CAP;24\n2;MUG;6', 'CAP', 24],
    ['its tens', '10\tCAP\t24\n20\tMUG\t6', 'CAP', 24],
  ])('the price is not the quantity: %s', (_, text, words, quantity) => {
    const read = readRows(text);
    expect(read.ok && read.rows[0]?.readings.map((reading) => [reading.words, reading.quantity])).toContainEqual([words, quantity]);
    expect(read.ok && new Set(read.rows[0]?.readings.map((reading) => reading.quantity))).toEqual(new Set([quantity]));
  });

  test('two columns that may be the quantity are both read, and neither is sure', () => {
    const read = readRows('CAP;24;10\nMUG;6;4');
    expect(read.ok && read.rows[0]?.readings).toEqual([
      { words: 'CAP', quantity: 24, isMarked: false },
      { words: 'CAP', quantity: 10, isMarked: false },
      { words: '10', quantity: 24, isMarked: false },
      { words: '24', quantity: 10, isMarked: false },
      { words: 'CAP 10', quantity: 24, isMarked: false },
      { words: 'CAP 24', quantity: 10, isMarked: false },
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
  test('what is no count is still told of its row', () => {
    const read = readRows('TEE-M\t1,5\nMUG-11\t24\nCAP\t6');
    expect(read.ok && read.rows.map(({ text, readings: [first] }) => [text, first?.words, first?.quantity])).toEqual([
      ['TEE-M 1,5', 'TEE-M', null],
      ['MUG-11 24', 'MUG-11', 24],
      ['CAP 6', 'CAP', 6],
    ]);
  });
  test.each([
    ['four hundred columns of figures', '1,111'.repeat(395)],
    ['a row of spaces', `1${' '.repeat(1990)}b`],
    ['a row of dashes', `${'-'.repeat(1990)} b`],
  ])('a thousand rows as long as a row may be are read: %s', (_, row) => {
    const read = readRows(`${row}\n`.repeat(mostRows));
    expect(read.ok && read.rows.length).toBe(mostRows);
  });
  test('the figure behind a long row is found all the same', () => {
    const words = `Heavy tee ${'with a long description '.repeat(6)}red`;
    expect(firstReadings(`${words} x 24`)).toEqual([[words, 24]]);
    expect(firstReadings(`${words}   -   24 pcs`)).toEqual([[words, 24]]);
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
