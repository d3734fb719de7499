import type { CsvRecord } from '@backdesk/domain/csv/read-csv.ts';

/** How a file is written, kept with its run: refused rows are handed out as they stood there, so that a mended file is read as the first was. */
export type FileHead = { readonly heading: readonly string[]; readonly delimiter: string };

export function fileHead(record: CsvRecord | undefined): FileHead {
  return { heading: (record?.cells ?? []).map((cell) => cell.slice(0, 500)), delimiter: record?.delimiter ?? ',' };
}
