import { expect, test } from 'vitest';
import { csvRow, withoutGuard } from './csv-row.ts';
import { readCsv } from './read-csv.ts';

test.each(['=1+1', '+1+1', '-1+1', '@SUM(A1)', '\t=1', '＝1', '=HYPERLINK("https://evil.example","x")'])(
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
  ['say "so"', '"say ""so"""'],
  ['two\nlines', '"two\nlines"'],
  ["O'Neil", "O'Neil"],
  ["'quoted'", "'quoted'"],
  ['', ''],
])('%j is written as %j', (text, written) => {
  expect(csvRow([text])).toBe(`${written}\r\n`);
  expect(withoutGuard(text)).toBe(text);
});
