// Files that people choose, some of which are not what their names say. All of them end in rows or in a reason.
import { readRows } from '@backdesk/domain/entry/read-rows.ts';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test, vi } from 'vitest';
import { aSheet, threeSheets } from '../../../test/a-sheet.ts';
import { readListFile } from './read-list-file.ts';

// As in the page, whose policy lets no worker be made of text. Before the imports: the library takes it as it is read.
vi.hoisted(() => {
  const { process } = globalThis as unknown as { process: { getBuiltinModule: (name: string) => { Worker: unknown } } };
  process.getBuiltinModule('node:worker_threads').Worker = class Forbidden {
    constructor() {
      throw new Error('no worker');
    }
  };
});

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

/** The sheet with as many rows of one SKU, packed as Excel packs it. */
function longSheet(rows: number): Uint8Array<ArrayBuffer> {
  const parts = unzipSync(sheet);
  const [name] = Object.keys(parts).filter((path) => path.includes('worksheets/sheet'));
  if (name === undefined) throw new Error('The sheet has no rows.');
  const row = (at: number) => `<row r="${at}"><c r="A${at}" t="inlineStr"><is><t>MUG</t></is></c><c r="B${at}"><v>${at}</v></c></row>`;
  const data = Array.from({ length: rows }, (_, at) => row(at + 1)).join('');
  const xml = strFromU8(parts[name] ?? new Uint8Array()).replace(/<sheetData>.*<\/sheetData>/su, `<sheetData>${data}</sheetData>`);
  return Uint8Array.from(zipSync({ ...parts, [name]: strToU8(xml) }));
}

test('a sheet of ten thousand rows is read where no worker may be', async () => {
  expect(await rowsOf(new File([longSheet(10_000)], 'long.xlsx'))).toBe('too_many');
  expect(await rowsOf(new File([longSheet(1000)], 'long.xlsx'))).toHaveLength(1000);
});

test('a small file that unpacks to more than there is room for is refused', async () => {
  const parts = unzipSync(sheet);
  const bomb = Uint8Array.from(zipSync({ ...parts, 'xl/comments1.xml': new Uint8Array(120_000_000) }, { level: 1 }));
  expect(bomb.length).toBeLessThan(10_000_000);
  expect(await rowsOf(new File([bomb], 'bomb.xlsx'))).toBe('too_much');
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
