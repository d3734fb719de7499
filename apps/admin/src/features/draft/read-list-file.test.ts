// Files that people choose, some of which are not what their names say. All of them end in rows or in a reason.
import { readRows } from '@backdesk/domain/entry/read-rows.ts';
import { expect, test } from 'vitest';
import { aSheet, threeSheets } from '../../../test/a-sheet.ts';
import { readListFile } from './read-list-file.ts';

const sheet = Uint8Array.from(atob(aSheet), (letter) => letter.charCodeAt(0));
const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const utf16 = (text: string) => Uint8Array.from([...text].flatMap((letter) => [letter.charCodeAt(0) % 256, Math.floor(letter.charCodeAt(0) / 256)]));

async function rowsOf(file: File) {
  const read = await readListFile(file);
  if (!read.ok) return read.reason;
  const rows = readRows(read.text);
  return rows.ok ? rows.rows.map(({ row, readings: [first] }) => [row, first?.words, first?.quantity]) : rows.reason;
}

test('an Excel sheet, under its own name or another, with the numbers of its rows', async () => {
  const rows = [
    [2, 'MUG', 24],
    [4, 'CAP', 6],
  ];
  expect(await rowsOf(new File([sheet], 'order.xlsx'))).toEqual(rows);
  expect(await rowsOf(new File([sheet], 'order.csv', { type: 'text/csv' }))).toEqual(rows);
});

test('of several filled sheets the first is read, and the others are named', async () => {
  const three = Uint8Array.from(atob(threeSheets), (letter) => letter.charCodeAt(0));
  expect(await rowsOf(new File([three], 'order.xlsx'))).toEqual(await rowsOf(new File([sheet], 'order.xlsx')));
  expect(await readListFile(new File([three], 'order.xlsx'))).toMatchObject({ unread: ['Caps'] });
  expect(await readListFile(new File([sheet], 'order.xlsx'))).toMatchObject({ unread: [] });
});

test.each([
  ['UTF-8 with its mark', new TextEncoder().encode('\uFEFFSKU;Menge\nSTÜCK-1;3')],
  ['UTF-16, as Excel calls Unicode text', utf16('\uFEFFSKU\tMenge\nSTÜCK-1\t3')],
  ['Windows', latin1('SKU;Menge\nSTÜCK-1;3')],
  ['a CSV called XLSX', new TextEncoder().encode('SKU,Qty\nSTÜCK-1,3')],
])('text in %s', async (_, bytes) => {
  expect(await rowsOf(new File([bytes], 'list.xlsx'))).toEqual([[2, 'STÜCK-1', 3]]);
});

test.each([
  ['nothing in it', new Uint8Array(), 'empty'],
  ['blank rows only', new TextEncoder().encode('\n ; \n'), 'nothing'],
  ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), 'not_text'],
  ['an archive that is no sheet', new Uint8Array([0x50, 0x4b, 0x03, 0x04, 1, 2, 3]), 'not_a_sheet'],
  ['half a sheet', sheet.subarray(0, 700), 'not_a_sheet'],
  ['Excel of the old kind', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), 'old_excel'],
  ['ten thousand rows', new TextEncoder().encode('MUG,1\n'.repeat(10_000)), 'too_many'],
  ['eleven megabytes', new Uint8Array(11_000_000), 'too_large'],
])('%s is refused with its reason', async (_, bytes, reason) => {
  expect(await rowsOf(new File([bytes], 'list.csv'))).toBe(reason);
});
