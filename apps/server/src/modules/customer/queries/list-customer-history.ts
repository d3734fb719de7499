import { sql } from 'kysely';
import { decodeCursor, encodeCursor } from '../../../db/cursor.ts';
import type { ReadContext } from '../../context.ts';
import { Problem } from '../../problem.ts';
import type { CustomerHistoryRow } from '../row-types.ts';

type PageQuery = { readonly cursor?: string | undefined; readonly limit: number };

/** What happened to a customer, newest first. */
export async function listCustomerHistory(
  { db, scope }: ReadContext,
  id: string,
  query: PageQuery,
): Promise<{ readonly rows: readonly CustomerHistoryRow[]; readonly nextCursor: string | null }> {
  const after = query.cursor === undefined ? null : decodeCursor(query.cursor, ['integer', 'integer']);
  const beyond = after === null ? sql`` : sql`and (e.version, e.index) < (${after[0]}::integer, ${after[1]}::integer)`;
  // The customer comes along, so that one that is missing or deleted is told from one without events.
  const { rows } = await sql<CustomerHistoryRow & { version: number | null }>`
    select e.version, e.index, e.type, e.data, e.actor_name, e.at
    from customers c
    left join lateral (select * from events e where e.account_id = c.account_id and e.subject_id = c.id ${beyond}
      order by e.version desc, e.index desc limit ${query.limit + 1}) e on true
    where c.account_id = ${scope.accountId} and c.id = ${id} and c.deleted_at is null
    order by e.version desc, e.index desc`.execute(db);
  if (rows.length === 0) throw new Problem('not_found');
  const happened = rows.filter(({ version }) => version !== null);
  const last = happened[query.limit - 1];
  return {
    rows: happened.slice(0, query.limit),
    nextCursor: happened.length > query.limit && last !== undefined ? encodeCursor([String(last.version), String(last.index)]) : null,
  };
}
