// The links that open an estimate.
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../../db/tables.ts';
import type { AccountScope } from '../../context.ts';
import { Problem } from '../../problem.ts';

type Db = Kysely<Tables>;

export type LinkRow = { readonly id: string; readonly generation: number; readonly revokedAt: Date | null };

/** The link of a recipient ('' is the one to copy), unless it was never made. */
export async function findLink(db: Db, scope: AccountScope, orderId: string, recipient: string): Promise<LinkRow | undefined> {
  return db
    .selectFrom('estimate_links')
    .select(['id', 'generation', 'revoked_at as revokedAt'])
    .where('account_id', '=', scope.accountId)
    .where('order_id', '=', orderId)
    .where((eb) => eb(eb.fn<string>('lower', ['recipient']), '=', recipient.toLowerCase()))
    .executeTakeFirst();
}

/** Whether the link of a recipient was revoked, and not made anew since by sending to them again. */
export async function isLinkRevoked(db: Db, scope: AccountScope, orderId: string, recipient: string): Promise<boolean> {
  const link = await findLink(db, scope, orderId, recipient);
  return link !== undefined && link.revokedAt !== null;
}

export type EstimateLinkRow = {
  readonly id: string;
  readonly recipient: string;
  readonly createdAt: Date;
  readonly revokedAt: Date | null;
  readonly revokedBy: string | null;
  readonly endedCount: number;
  readonly lastViewedAt: Date | null;
  readonly lastViewedRevision: number | null;
  readonly viewCount: number;
};

/** The links of an order that is there, the oldest first. */
export async function getLinks(db: Db, scope: AccountScope, orderId: string): Promise<readonly EstimateLinkRow[]> {
  const { rows } = await sql<EstimateLinkRow & { readonly id: string | null }>`
    select l.id, l.recipient, l.created_at "createdAt", l.revoked_at "revokedAt", e.revoked_by_name "revokedBy", coalesce(e.generation, 0) "endedCount",
      l.last_viewed_at "lastViewedAt", l.last_viewed_revision "lastViewedRevision", l.view_count "viewCount"
    from orders o
    left join estimate_links l on l.account_id = o.account_id and l.order_id = o.id
    left join ended_estimate_links e on e.account_id = l.account_id and e.link_id = l.id and e.generation = l.generation - 1
    where o.account_id = ${scope.accountId} and o.id = ${orderId} and o.deleted_at is null
    order by l.created_at, l.id`.execute(db);
  if (rows.length === 0) throw new Problem('not_found');
  return rows.filter(({ id }) => id !== null);
}

export type LinkOfOrder = LinkRow & { readonly orderId: string; readonly recipient: string };

/** A link of an order that is there; undefined: no such link. */
export async function findLinkById(db: Db, scope: AccountScope, id: string): Promise<LinkOfOrder | undefined> {
  const { rows } = await sql<LinkOfOrder>`
    select l.id, l.generation, l.revoked_at "revokedAt", l.order_id "orderId", l.recipient
    from estimate_links l join orders o on o.account_id = l.account_id and o.id = l.order_id and o.deleted_at is null
    where l.account_id = ${scope.accountId} and l.id = ${id}`.execute(db);
  return rows[0];
}

/** The order a link opens; the link was found to be good when the request came in. */
export async function getOrderIdByLink(db: Db, scope: AccountScope, linkId: string): Promise<string> {
  const row = await db
    .selectFrom('estimate_links')
    .select('order_id')
    .where('account_id', '=', scope.accountId)
    .where('id', '=', linkId)
    .executeTakeFirstOrThrow();
  return row.order_id;
}
