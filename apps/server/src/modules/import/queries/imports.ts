import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { decodeCursor, encodeCursor } from '../../../db/cursor.ts';
import type { Tables } from '../../../db/tables.ts';
import type { AccountScope, ReadContext } from '../../context.ts';
import { Problem } from '../../problem.ts';

export type ImportRow = {
  readonly id: string;
  readonly kind: string;
  readonly layout: string;
  readonly file_name: string;
  readonly state: 'running' | 'done' | 'failed';
  readonly overwrite: boolean;
  readonly rows_read: number;
  readonly products_created: number;
  readonly products_updated: number;
  readonly products_unchanged: number;
  readonly variants_created: number;
  readonly variants_updated: number;
  readonly variants_unchanged: number;
  readonly rows_refused: number;
  readonly error: string | null;
  readonly created_at: Date;
  readonly finished_at: Date | null;
};

export type NoticeRow = {
  readonly ordinal: number;
  readonly kind: 'refused' | 'kept';
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

/** The file of a run that is not done; undefined when there is none to go on with. */
export async function findFile(db: Kysely<Tables>, scope: AccountScope, id: string): Promise<string | undefined> {
  const { rows } = await sql<{ content: string }>`select content from import_files where account_id = ${scope.accountId} and import_id = ${id}`.execute(db);
  return rows[0]?.content;
}

/** Refused rows and kept values, in the order of the file. */
export async function listNotices({ db, scope }: ReadContext, id: string, query: { readonly cursor?: string | undefined; readonly limit: number }) {
  await getImport(db, scope, id);
  const after = query.cursor === undefined ? 0 : Math.min(Number(decodeCursor(query.cursor, ['integer'])[0]), 2147483647);
  const { rows } = await sql<NoticeRow>`
    select ordinal, kind, row_number, column_name, value, reason from import_notices
    where account_id = ${scope.accountId} and import_id = ${id} and ordinal > ${after} order by ordinal limit ${query.limit + 1}`.execute(db);
  const last = rows[query.limit - 1];
  return { rows: rows.slice(0, query.limit), nextCursor: rows.length > query.limit && last !== undefined ? encodeCursor([String(last.ordinal)]) : null };
}
