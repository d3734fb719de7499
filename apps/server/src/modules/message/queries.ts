import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { decodeCursor, encodeCursor } from '../../db/cursor.ts';
import type { Tables } from '../../db/tables.ts';
import type { AccountScope } from '../context.ts';
import { Problem } from '../problem.ts';

type Db = Kysely<Tables>;

export type MessageRow = {
  readonly id: string;
  readonly author: 'staff' | 'customer';
  readonly name: string;
  readonly line: string;
  readonly text: string;
  readonly at: Date;
};

type PageQuery = { readonly cursor?: string | undefined; readonly limit: number };

/** The thread of an order, newest first; of another account it is as good as missing. */
export async function listThread(
  db: Db,
  scope: AccountScope,
  orderId: string,
  { cursor, limit }: PageQuery,
): Promise<{ readonly rows: readonly MessageRow[]; readonly nextCursor: string | null }> {
  const after = cursor === undefined ? null : decodeCursor(cursor, ['time', 'uuid']);
  const beyond = after === null ? sql`` : sql`and (m.at, m.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`;
  const { rows } = await sql<MessageRow & { id: string | null }>`
    select m.id, m.author, m.author_name "name", m.line, m.text, m.at
    from orders o
    left join lateral (select * from order_messages m where m.account_id = o.account_id and m.order_id = o.id ${beyond}
      order by m.at desc, m.id desc limit ${limit + 1}) m on true
    where o.account_id = ${scope.accountId} and o.id = ${orderId} and o.deleted_at is null
    order by m.at desc, m.id desc`.execute(db);
  if (rows.length === 0) throw new Problem('not_found');
  const written = rows.filter(({ id }) => id !== null);
  const last = written[limit - 1];
  return {
    rows: written.slice(0, limit),
    nextCursor: written.length > limit && last !== undefined ? encodeCursor([last.at.toISOString(), last.id]) : null,
  };
}

/** Whom staff's words reach, unless their link was revoked: who was sent an estimate of this order (copies not), else who wrote by a link of their own. */
export async function listCorrespondents(db: Db, scope: AccountScope, orderId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ recipient: string }>`
    select l.recipient from estimate_links l
    where l.account_id = ${scope.accountId} and l.order_id = ${orderId} and l.recipient like '%@%' and l.revoked_at is null and (
      exists (select from estimate_facts f join mails m on m.account_id = f.account_id and m.id = f.mail_id and m.state not in ('canceled', 'bounced')
        where f.account_id = l.account_id and f.order_id = l.order_id and f.link_id = l.id and f.kind = 'sent'
          and not coalesce(l.recipient = any(m.header_cc), false))
      or exists (select from order_messages w where w.account_id = l.account_id and w.order_id = l.order_id and w.author_key = 'link:' || l.id))
    order by l.created_at, l.id limit 10`.execute(db);
  return rows.map(({ recipient }) => recipient);
}
