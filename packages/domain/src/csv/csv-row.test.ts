import { expect, test } from 'vitest';
import { csvRow, withoutGuard } from './csv-row.ts';
import { readCsv } from './read-csv.ts';

test.each(['=1+1', '+1+1', '-1+1', '@SUM(A1)', '\t=1', '\n=1', '+49 30 1234', '-2+3', '＝1', '=HYPERLINK("https://evil.example","x")'])(
  'the formula %j is written as text, and read back as it was',
  async (payload) => {
    const line = csvRow([payload, 'b']);
    expect(line.replace(/^"/, '')).toMatch(/^'/);
    for await (const { cells } of readCsv([line])) expect(withoutGuard(cells[0] ?? '')).toBe(payload);
  },
);

test.each([
  ['-3', '-3'],
  ['-0.5', '-0.5'],
  ['a,b', '"a,b"'],
  [';=1', '";=1"'],
  ['say "so"', '"say ""so"""'],
  ['two\nlines', '"two\nlines"'],
  ["O'Neil", "O'Neil"],
  ["'quoted'", "'quoted'"],
  ['\0=1', '"\'\0=1"'],
  [' edge ', '" edge "'],
  ['張偉 🎈', '張偉 🎈'],
  ['a=b', 'a=b'],
  ['', ''],
])('%j is written as %j', (text, written) => {
  expect(csvRow([text])).toBe(`${written}\r\n`);
  expect(withoutGuard(text)).toBe(text);
});

test.each([';', '\t'])('what %j divides is read back as it was', async (delimiter) => {
  const cells = ['9,50', 'a;b', 'c\td', '-3,5', '=1;2'];
  const read: (readonly string[])[] = [];
  for await (const record of readCsv([csvRow(['Price', 'A', 'B', 'C', 'D'], delimiter), csvRow(cells, delimiter)])) read.push(record.cells.map(withoutGuard));
  expect(read[1]).toEqual(cells);
  expect(csvRow(['9,50', '2'], delimiter)).toBe(`9,50${delimiter}2\r\n`);
});

test('cells stand in their order', () => {
  expect(csvRow(['1', '', '=x,"y"'])).toBe('1,,"\'=x,""y"""\r\n');
});
