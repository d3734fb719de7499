import type { OrderEvent } from '@backdesk/domain/order/events.ts';
import { sql } from 'kysely';
import { decodeCursor, encodeCursor } from '../../../db/cursor.ts';
import type { ReadContext } from '../../context.ts';
import { Problem } from '../../problem.ts';

export type HistoryRow = {
  readonly version: number;
  readonly index: number;
  readonly event: OrderEvent;
  readonly actor: string;
  readonly actorName: string;
  readonly at: Date;
  readonly isUndone: boolean;
};

type PageQuery = { readonly cursor?: string | undefined; readonly limit: number };

/** What happened to an order, newest first. */
export async function listHistory(
  { db, scope }: ReadContext,
  orderId: string,
  query: PageQuery,
): Promise<{ readonly rows: readonly HistoryRow[]; readonly nextCursor: string | null }> {
  const after = query.cursor === undefined ? null : decodeCursor(query.cursor, ['integer', 'integer']);
  const beyond = after === null ? sql`` : sql`and (e.version, e.index) < (${after[0]}::integer, ${after[1]}::integer)`;
  // The order comes along, so that one that is missing or deleted is told from one without events.
  const { rows } = await sql<HistoryRow & { version: number | null }>`
    select e.version, e.index, json_build_object('type', e.type, 'data', e.data) "event", e.actor, e.actor_name "actorName", e.at, e.undone_at_version is not null "isUndone"
    from orders o
    left join lateral (select * from events e where e.account_id = o.account_id and e.subject_id = o.id ${beyond}
      order by e.version desc, e.index desc limit ${query.limit + 1}) e on true
    where o.account_id = ${scope.accountId} and o.id = ${orderId} and o.deleted_at is null
    order by e.version desc, e.index desc`.execute(db);
  if (rows.length === 0) throw new Problem('not_found');
  const happened = rows.filter(({ version }) => version !== null);
  const last = happened[query.limit - 1];
  return {
    rows: happened.slice(0, query.limit),
    nextCursor: happened.length > query.limit && last !== undefined ? encodeCursor([String(last.version), String(last.index)]) : null,
  };
}
