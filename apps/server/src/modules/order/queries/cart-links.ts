import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Tables } from '../../../db/tables.ts';
import type { AccountScope } from '../../context.ts';

type Db = Kysely<Tables>;

export type CartLinkRow = {
  readonly id: string;
  readonly orderId: string;
  readonly createdAt: Date;
  readonly createdByName: string;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
  readonly mailedTo: string | null;
};

const columns = sql`l.id, l.order_id "orderId", l.created_at "createdAt", l.created_by_name "createdByName", l.expires_at "expiresAt",
  l.revoked_at "revokedAt", l.mailed_to "mailedTo"`;

/** Links of an order that is there, the newest first. */
export async function listCartLinks(db: Db, scope: AccountScope, orderId: string): Promise<readonly CartLinkRow[]> {
  const { rows } = await sql<CartLinkRow>`
    select ${columns} from cart_links l where l.account_id = ${scope.accountId} and l.order_id = ${orderId} order by l.created_at desc, l.id desc`.execute(db);
  return rows;
}

/** A link of an order that is there; undefined: no such link. */
export async function findCartLink(db: Db, scope: AccountScope, id: string): Promise<CartLinkRow | undefined> {
  const { rows } = await sql<CartLinkRow>`
    select ${columns} from cart_links l join orders o on o.account_id = l.account_id and o.id = l.order_id and o.deleted_at is null
    where l.account_id = ${scope.accountId} and l.id = ${id}`.execute(db);
  return rows[0];
}

export type OpenedCartLink = { readonly orderId: string; readonly expiresAt: Date; readonly isGood: boolean; readonly customerId: string | null };

/** What a token opens. Not good any more: revoked, expired, or its cart is neither saved nor in somebody's cart now. */
export async function findSharedCart(db: Db, scope: AccountScope, tokenHash: Buffer, now: Date): Promise<OpenedCartLink | undefined> {
  const { rows } = await sql<OpenedCartLink>`
    select l.order_id "orderId", l.expires_at "expiresAt", o.customer_id "customerId",
      l.revoked_at is null and l.expires_at > ${now} and o.deleted_at is null and o.stage in ('saved_cart', 'cart') "isGood"
    from cart_links l join orders o on o.account_id = l.account_id and o.id = l.order_id
    where l.account_id = ${scope.accountId} and l.token_sha256 = ${tokenHash}`.execute(db);
  return rows[0];
}
