import { expect, test } from 'vitest';
import type { CsvRecord } from './read-csv.ts';
import { readCsv } from './read-csv.ts';

async function read(text: string, size = text.length || 1): Promise<readonly CsvRecord[]> {
  const pieces = Array.from({ length: Math.ceil(text.length / size) }, (_, index) => text.slice(index * size, (index + 1) * size));
  const records: CsvRecord[] = [];
  for await (const record of readCsv(pieces)) records.push(record);
  return records;
}
const cells = async (text: string, size?: number) => (await read(text, size)).map((record) => record.cells);

test.each([
  [
    'plain',
    'a,b\n1,2\n',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'no line end at the end',
    'a,b\n1,2',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'CRLF',
    'a,b\r\n1,2\r\n',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'CR alone',
    'a,b\r1,2\r',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'a mark at the beginning',
    '\ufeffa,b\n1,2',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'semicolons',
    'a;b\n1,5;2',
    [
      ['a', 'b'],
      ['1,5', '2'],
    ],
  ],
  [
    'tabs',
    'a\tb\n1\t2',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'quotes, doubled quotes, commas and lines in a cell',
    'a,b\n"1 ""x"", y\r\nz",2',
    [
      ['a', 'b'],
      ['1 "x", y\r\nz', '2'],
    ],
  ],
  [
    'a quote inside a plain cell',
    `a,b\n5" pipe,2`,
    [
      ['a', 'b'],
      ['5" pipe', '2'],
    ],
  ],
  [
    'empty cells',
    'a,b\n,\n"",x\n',
    [
      ['a', 'b'],
      ['', 'x'],
    ],
  ],
  [
    'empty quoted cell at the end',
    'a,b\nx,""',
    [
      ['a', 'b'],
      ['x', ''],
    ],
  ],
  [
    'an empty last cell without a line end',
    'a,b\nx,',
    [
      ['a', 'b'],
      ['x', ''],
    ],
  ],
  ['nothing', '', []],
])('%s, whatever the pieces it arrives in', async (_, text, expected) => {
  for (const size of [text.length || 1, 1, 2, 3]) expect(await cells(text, size)).toEqual(expected);
});

test('a broken quote spoils its own record only, and says where', async () => {
  for (const size of [100, 1]) {
    const records = await read('a,b\n"x "y" z",2\n"3",4\n', size);
    expect(records.map(({ row, line, broken }) => [row, line, broken !== undefined])).toEqual([
      [1, 1, false],
      [2, 2, true],
      [3, 3, false],
    ]);
    expect(records[2]?.cells).toEqual(['3', '4']);
  }
});

test('rows count records, lines count lines, empty rows are counted', async () => {
  expect((await read('a\n"1\n2"\n\nx')).map(({ row, line }) => [row, line])).toEqual([
    [1, 1],
    [2, 2],
    [4, 5],
  ]);
});

test.each([
  ['a quote that is never closed', 'a,b\n1,2\n"open,3\n4,5\n'],
  ['a picture', 'a,b\n\u0000\u0001'],
])('%s cannot be read on', async (_, text) => {
  await expect(cells(text)).rejects.toThrow();
});

test.each([
  ['a new workbook', [0x50, 0x4b, 3, 4, 20, 0, 8, 0]],
  ['an old one', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
])('%s that is called .csv is known for what it is', async (_, bytes) => {
  await expect(cells(new TextDecoder().decode(new Uint8Array(bytes)))).rejects.toThrow(/Excel workbook/);
  expect(await cells('PK,1')).toEqual([['PK', '1']]);
});

test.each([
  ['one enormous cell', () => 'x'.repeat(100_000), /more than 2000000 characters/],
  ['one enormous record', () => `${'"x",'.repeat(10)}${`"${'y'.repeat(99_000)}",`}`, /more than 8000000 characters|more than 10000 cells/],
  ['cells without an end', () => ','.repeat(100_000), /more than 10000 cells/],
])('%s is given up before it fills the memory', async (_, piece, reason) => {
  let sent = 0;
  async function* pieces() {
    yield 'a,b\n';
    for (; sent < 10_000; sent += 1) yield piece();
  }
  const read = async () => {
    for await (const record of readCsv(pieces())) expect(record.row).toBe(1);
  };
  await expect(read()).rejects.toThrow(reason);
  expect(sent).toBeLessThan(1_000);
});
