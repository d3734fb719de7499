import type { ImportNotice, ImportRun } from '@backdesk/contract/import/schema.ts';
import type { ImportRow, NoticeRow } from './queries/imports.ts';

export function presentImport(row: ImportRow): ImportRun {
  return {
    id: row.id,
    kind: row.kind,
    layout: row.layout,
    fileName: row.file_name,
    state: row.state,
    rowsRead: row.rows_read,
    products: { created: row.products_created, updated: row.products_updated, unchanged: row.products_unchanged },
    variants: { created: row.variants_created, updated: row.variants_updated, unchanged: row.variants_unchanged },
    rowsRefused: row.rows_refused,
    error: row.error,
    createdAt: row.created_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
  };
}

export function presentNotice({ kind, row_number, column_name, value, reason }: NoticeRow): ImportNotice {
  return { kind, row: row_number, column: column_name, value, reason };
}
