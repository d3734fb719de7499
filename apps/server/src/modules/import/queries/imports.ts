import type { ImportNotice, ImportRun } from '@backdesk/contract/import/schema.ts';
import type { Mapping } from '@backdesk/domain/customer/import-columns.ts';
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { decodeCursor, encodeCursor } from '../../../db/cursor.ts';
import type { Tables } from '../../../db/tables.ts';
import type { AccountScope, ReadContext } from '../../context.ts';
import { Problem } from '../../problem.ts';
import type { RefusedCells } from '../notice.ts';

export type ImportRow = {
  readonly id: string;
  readonly kind: 'products' | 'customers';
  readonly layout: string;
  readonly file_name: string;
  readonly state: 'running' | 'done' | 'failed' | 'canceled';
  readonly overwrite: boolean;
  readonly rows_read: number;
  readonly products_created: number;
  readonly products_updated: number;
  readonly products_unchanged: number;
  readonly variants_created: number;
  readonly variants_updated: number;
  readonly variants_unchanged: number;
  readonly customers_created: number;
  readonly customers_updated: number;
  readonly customers_unchanged: number;
  readonly rows_refused: number;
  readonly rows_total: number | null;
  readonly values_kept: number;
  readonly dry_run: boolean;
  readonly mapping: Mapping | null;
  readonly heading: readonly string[];
  readonly unfilled_fields: ImportRun['unfilledFields'];
  readonly delimiter: ',' | ';' | '\t';
  readonly touched_at: Date;
  readonly error: string | null;
  readonly created_at: Date;
  readonly finished_at: Date | null;
};

export type NoticeRow = {
  readonly ordinal: number;
  readonly kind: ImportNotice['kind'];
  readonly row_number: number;
  readonly column_name: string;
  readonly value: string;
  readonly reason: string;
};

export async function getImport(db: Kysely<Tables>, scope: AccountScope, id: string): Promise<ImportRow> {
  const { rows } = await sql<ImportRow>`select * from imports where account_id = ${scope.accountId} and id = ${id}`.execute(db);
  const [run] = rows;
  if (run === undefined) throw new Problem('not_found');
  return run;
}

/** The imports of the account of these kinds, the newest first. */
export async function listImports({ db, scope }: ReadContext, query: Page & { readonly kinds: readonly string[] }) {
  const after = query.cursor === undefined ? undefined : decodeCursor(query.cursor, ['uuid']);
  const { rows } = await sql<ImportRow>`
    select * from imports i where i.account_id = ${scope.accountId} and i.kind = any(${query.kinds}::text[])
      ${after === undefined ? sql`` : sql`and (i.created_at, i.id) < (select (c.created_at, c.id) from imports c where c.account_id = i.account_id and c.id = ${after[0]})`}
    order by i.created_at desc, i.id desc limit ${query.limit + 1}`.execute(db);
  const last = rows[query.limit - 1];
  return { rows: rows.slice(0, query.limit), nextCursor: rows.length > query.limit && last !== undefined ? encodeCursor([last.id]) : null };
}

/** Whether there is a file to go on with. */
export async function hasFile(db: Kysely<Tables>, scope: AccountScope, id: string): Promise<boolean> {
  const { rows } = await sql`select 1 from import_files where account_id = ${scope.accountId} and import_id = ${id} limit 1`.execute(db);
  return rows.length > 0;
}

/** The file of a run, piece by piece. One that was canceled meanwhile ends early: its next batch finds that out. */
export async function* piecesOfFile(db: Kysely<Tables>, scope: AccountScope, id: string): AsyncGenerator<string> {
  for (let part = 0; ; part += 1) {
    const { rows } = await sql<{ content: string }>`
      select content from import_files where account_id = ${scope.accountId} and import_id = ${id} and part = ${part}`.execute(db);
    const [piece] = rows;
    if (piece === undefined) return;
    yield piece.content;
  }
}

type Page = { readonly cursor?: string | undefined; readonly limit: number };

/** Refused rows as they stand in the file. */
export async function listRefusedRows({ db, scope }: ReadContext, id: string, query: Page) {
  const { heading, delimiter } = await getImport(db, scope, id);
  const after = query.cursor === undefined ? 0 : Math.min(Number(decodeCursor(query.cursor, ['integer'])[0]), 2147483647);
  const { rows } = await sql<RefusedCells>`
    select row_number as "row", cells, reason from import_refused_rows
    where account_id = ${scope.accountId} and import_id = ${id} and row_number > ${after} order by row_number limit ${query.limit + 1}`.execute(db);
  const last = rows[query.limit - 1];
  const nextCursor = rows.length > query.limit && last !== undefined ? encodeCursor([String(last.row)]) : null;
  return { heading: [...heading], delimiter, items: rows.slice(0, query.limit).map((row) => ({ ...row, cells: [...row.cells] })), nextCursor };
}

/** Refused rows and kept values, in the order of the file. */
export async function listNotices({ db, scope }: ReadContext, id: string, query: Page) {
  await getImport(db, scope, id);
  const after = query.cursor === undefined ? 0 : Math.min(Number(decodeCursor(query.cursor, ['integer'])[0]), 2147483647);
  const { rows } = await sql<NoticeRow>`
    select ordinal, kind, row_number, column_name, value, reason from import_notices
    where account_id = ${scope.accountId} and import_id = ${id} and ordinal > ${after} order by ordinal limit ${query.limit + 1}`.execute(db);
  const last = rows[query.limit - 1];
  return { rows: rows.slice(0, query.limit), nextCursor: rows.length > query.limit && last !== undefined ? encodeCursor([String(last.ordinal)]) : null };
}
