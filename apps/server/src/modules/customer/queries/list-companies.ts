import { searchWords } from '@backdesk/domain/core/search-words.ts';
import { sql } from 'kysely';
import { decodeCursor, encodeCursor } from '../../../db/cursor.ts';
import type { ReadContext } from '../../context.ts';
import type { CompanyRow } from '../row-types.ts';

type Query = { readonly q?: string | undefined; readonly cursor?: string | undefined; readonly limit: number };

/** Companies by name; with words, those whose name has them all. */
export async function listCompanies(
  { db, scope }: ReadContext,
  query: Query,
): Promise<{ readonly rows: readonly CompanyRow[]; readonly nextCursor: string | null }> {
  const [key, id] = query.cursor === undefined ? ['', '00000000-0000-0000-0000-000000000000'] : decodeCursor(query.cursor, ['text', 'uuid']);
  const words = searchWords(query.q ?? '')
    .slice(0, 12)
    .map((word) => `%${word}%`);
  const isSigns = (query.q ?? '') !== '' && words.length === 0;
  const { rows } = await sql<CompanyRow & { readonly key: string }>`
    select id, version, name, number, terms, tax_exemption, name_key as key from companies
    where account_id = ${scope.accountId} and deleted_at is null and (name_key, id) > (${key} collate "C", ${id}::uuid)
      and name_key like all (${words}::text[]) and not ${isSigns}::boolean
    order by name_key, id limit ${query.limit + 1}`.execute(db);
  const last = rows[query.limit - 1];
  const nextCursor = rows.length > query.limit && last !== undefined ? encodeCursor([last.key, last.id]) : null;
  return { rows: rows.slice(0, query.limit), nextCursor };
}
