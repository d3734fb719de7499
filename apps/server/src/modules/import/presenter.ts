import type { ImportNotice, ImportRun } from '@backdesk/contract/import/schema.ts';
import type { ImportRow, NoticeRow } from './queries/imports.ts';

export function presentImport(row: ImportRow): ImportRun {
  return {
    id: row.id,
    kind: row.kind,
    layout: row.layout,
    fileName: row.file_name,
    dryRun: row.dry_run,
    state: row.state,
    rowsRead: row.rows_read,
    rowsTotal: row.rows_total,
    products: { created: row.products_created, updated: row.products_updated, unchanged: row.products_unchanged },
    variants: { created: row.variants_created, updated: row.variants_updated, unchanged: row.variants_unchanged },
    customers: { created: row.customers_created, updated: row.customers_updated, unchanged: row.customers_unchanged },
    rowsRefused: row.rows_refused,
    valuesKept: row.values_kept,
    mapping: row.mapping,
    unfilledFields: row.unfilled_fields,
    error: row.error,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.touched_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
  };
}

export function presentNotice({ kind, row_number, column_name, value, reason }: NoticeRow): ImportNotice {
  return { kind, row: row_number, column: column_name, value, reason };
}
