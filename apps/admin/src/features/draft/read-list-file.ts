// A file of rows, as people keep them: CSV or text in any of the usual encodings, or an Excel sheet. What it is, is told by its bytes:
// names and types lie. Nothing is decided about the rows; they are read as if they had been pasted.
import { mostRows } from '@backdesk/domain/entry/read-rows.ts';

export type ListFile =
  /** `unread`: names of sheets that hold rows too. */
  | { readonly ok: true; readonly text: string; readonly unread: readonly string[] }
  | { readonly ok: false; readonly reason: 'too_large' | 'too_much' | 'empty' | 'old_excel' | 'not_a_sheet' | 'unreadable' };

/** Ten thousand rows fit twenty times over; what is larger is something else. */
const mostBytes = 10_000_000;
/** What a sheet may be once it is unpacked: a small file can say that it holds more than there is room for. */
const mostUnpacked = 100_000_000;

export async function readListFile(file: Blob): Promise<ListFile> {
  if (file.size === 0) return { ok: false, reason: 'empty' };
  if (file.size > mostBytes) return { ok: false, reason: 'too_large' };
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    // Taken away since it was chosen, or a folder.
    return { ok: false, reason: 'unreadable' };
  }
  if (begins(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return { ok: false, reason: 'old_excel' };
  if (!begins(bytes, [0x50, 0x4b, 0x03, 0x04])) return { ok: true, text: decoded(bytes), unread: [] };
  try {
    const unpacked = await unpack(bytes);
    return unpacked === null ? { ok: false, reason: 'too_much' } : { ok: true, ...(await firstSheet(unpacked)) };
  } catch {
    return { ok: false, reason: 'not_a_sheet' };
  }
}

/**
 * The same file with its parts stored as they are; null: they are too much. What is packed and long, the reader of sheets gives to a worker
 * made of text, which the policy of the page forbids: it would wait for it for ever.
 */
async function unpack(bytes: Uint8Array): Promise<ArrayBuffer | null> {
  const { unzipSync, zipSync } = await import('fflate');
  let size = 0;
  const isRead = ({ name, originalSize }: { readonly name: string; readonly originalSize: number }) => {
    if (!/\.(?:xml|rels)$/u.test(name)) return false;
    size += originalSize;
    return size <= mostUnpacked;
  };
  const parts = unzipSync(bytes, { filter: isRead });
  return size > mostUnpacked ? null : Uint8Array.from(zipSync(parts, { level: 0 })).buffer;
}

function begins(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte);
}

/** By its mark, else UTF-8, else what Excel writes on Windows. */
function decoded(bytes: Uint8Array): string {
  if (begins(bytes, [0xff, 0xfe])) return new TextDecoder('utf-16le').decode(bytes);
  if (begins(bytes, [0xfe, 0xff])) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/**
 * The first sheet that holds anything, as if it had been copied: cells divided by tabs, rows where they stood. Others may be price lists
 * or notes: they are named, not read.
 */
async function firstSheet(file: ArrayBuffer): Promise<{ readonly text: string; readonly unread: readonly string[] }> {
  const { default: readSheets } = await import('read-excel-file/universal');
  const sheets = await readSheets(file);
  const [filled, ...others] = sheets.filter(({ data }) => data.some((row) => row.some((cell) => cell !== null && cell !== '')));
  // One row more than fits is enough to say that they are too many.
  const rows = filled?.data ?? [];
  const kept = rows.length > 10 * mostRows ? rows.slice(0, 10 * mostRows) : rows;
  return { text: kept.map((row) => row.map(cellText).join('\t')).join('\n'), unread: others.map(({ sheet }) => sheet) };
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  const text = cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
  const plain = text.replace(/[\s\u0000-\u001f]+/gu, ' ').trim();
  return plain.startsWith('"') ? `"${plain.replaceAll('"', '""')}"` : plain;
}
