import type { ImportRun } from '@backdesk/contract/import/schema.ts';
import { csvRow } from '@backdesk/domain/csv/csv-row.ts';
import { api } from '../../../lib/api.ts';
import { t } from './texts.ts';

/** All refused rows as a file: the reason first, then the columns as they were, divided as they were: read again its figures mean the same. */
export async function refusedFile(id: string): Promise<string> {
  const lines: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof api.listRefusedRows>> = await api.listRefusedRows({
      params: { id },
      query: { limit: 200, ...(cursor !== null && { cursor }) },
    });
    if (lines.length === 0) lines.push(csvRow([t.refusedBecause(), ...page.heading], page.delimiter));
    for (const { cells, reason } of page.items) lines.push(csvRow([reason, ...cells], page.delimiter));
    cursor = page.nextCursor;
  } while (cursor !== null);
  return lines.join('');
}

export async function downloadRefused(run: ImportRun): Promise<void> {
  // The mark tells spreadsheets that it is UTF-8.
  const url = URL.createObjectURL(new Blob(['\ufeff', await refusedFile(run.id)], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = t.refusedFile(run.fileName);
  link.click();
  URL.revokeObjectURL(url);
}
