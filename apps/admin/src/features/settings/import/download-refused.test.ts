// Refused rows as a file: page by page, divided as the file was, so that its decimal commas stay decimals when it is read again.
import { csvRow } from '@backdesk/domain/csv/csv-row.ts';
import { readCsv } from '@backdesk/domain/csv/read-csv.ts';
import { afterEach, expect, test, vi } from 'vitest';
import { answering } from '../../../../test/answering.tsx';
import { refusedFile } from './download-refused.ts';

afterEach(() => vi.unstubAllGlobals());

test.each([',', ';', '\t'])('what %j divided is divided by it again', async (delimiter) => {
  const page = (cells: readonly string[], nextCursor: string | null) => ({
    body: { heading: ['SKU', 'Price'], delimiter, items: [{ row: 2, cells, reason: 'must be a price' }], nextCursor },
  });
  const asked = answering(({ path }) => (path.includes('cursor=next') ? page(['CAP', 'x'], null) : page(['MUG', '9,50;'], 'next')));
  const text = await refusedFile('01900000-0000-7000-8000-0000000000a1');
  expect(asked).toHaveLength(2);
  expect(text.startsWith(csvRow(['Refused because', 'SKU', 'Price'], delimiter))).toBe(true);
  const records: (readonly string[])[] = [];
  for await (const { cells, delimiter: found } of readCsv([text])) records.push([found, ...cells]);
  expect(records).toEqual([
    [delimiter, 'Refused because', 'SKU', 'Price'],
    [delimiter, 'must be a price', 'MUG', '9,50;'],
    [delimiter, 'must be a price', 'CAP', 'x'],
  ]);
});
