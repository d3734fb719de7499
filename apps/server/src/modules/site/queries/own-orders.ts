import type { FulfilmentStatus } from '@backdesk/domain/fulfilment/open-to-ship.ts';
import type { PickupStatus } from '@backdesk/domain/fulfilment/pickup-status.ts';
import type { Stage } from '@backdesk/domain/order/types.ts';
import { sql } from 'kysely';
import { decodeCursor, encodeCursor } from '../../../db/cursor.ts';
import type { ReadContext } from '../../context.ts';
import { Problem } from '../../problem.ts';

export type OwnOrderRow = {
  readonly id: string;
  readonly number: number | null;
  readonly orderNumber: string | null;
  readonly stage: Stage;
  readonly name: string;
  readonly itemCount: number;
  readonly lineCount: number;
  readonly totalAmount: number;
  readonly currency: string;
  readonly open: readonly ('shipping' | 'tax')[];
  readonly fulfilment: FulfilmentStatus;
  readonly pickup: PickupStatus;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly submittedAt: Date | null;
  readonly estimate: { readonly revision: number; readonly status: string; readonly validUntil: string; readonly expiresAt: string } | null;
};

type Query = { readonly stages: readonly Stage[]; readonly onlyReleased?: boolean; readonly cursor?: string | undefined; readonly limit: number };

/** The signed-in customer's orders in these stages, what changed last first. An estimate is theirs once a revision was released. */
export async function listOwnOrders({ db, scope, actor }: ReadContext, { stages, onlyReleased = false, cursor, limit }: Query) {
  const after = cursor === undefined ? null : decodeCursor(cursor, ['time', 'uuid']);
  const beyond = after === null ? sql`` : sql` and (o.updated_at, o.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`;
  const released = onlyReleased ? sql` and r.revision is not null` : sql``;
  const { rows } = await sql<OwnOrderRow>`
    select o.id, o.number, o.order_number "orderNumber", o.stage, o.name, o.item_count "itemCount", o.line_count "lineCount", o.currency, o.fulfilment, o.pickup,
      ${onlyReleased ? sql`r.total_amount` : sql`o.total_amount`} "totalAmount", ${onlyReleased ? sql`r.open_parts` : sql`o.open_parts`} "open", o.created_at "createdAt", o.updated_at "updatedAt", o.submitted_at "submittedAt",
      case when r.revision is not null then json_build_object('revision', r.revision, 'status', r.status, 'validUntil', r.valid_until, 'expiresAt', r.expires_at) end estimate
    from orders o
    left join lateral (select revision, status, valid_until, expires_at, total_amount, open_parts from estimate_revisions e
      where e.account_id = o.account_id and e.order_id = o.id and e.released_at is not null order by revision desc limit 1) r on true
    where o.account_id = ${scope.accountId} and o.customer_id = ${actor.id} and o.stage = any(${[...stages]}::text[]) and o.deleted_at is null${released}${beyond}
    order by o.updated_at desc, o.id desc limit ${limit + 1}`.execute(db);
  const last = rows[limit - 1];
  return { rows: rows.slice(0, limit), nextCursor: rows.length > limit && last !== undefined ? encodeCursor([last.updatedAt.toISOString(), last.id]) : null };
}

/** Whether an order is the signed-in customer's, in one of these stages; else it is missing. */
export async function assertOwnOrder(
  { db, scope, actor }: Pick<ReadContext, 'db' | 'scope' | 'actor'>,
  orderId: string,
  stages: readonly Stage[],
): Promise<void> {
  const { rows } = await sql`select from orders where account_id = ${scope.accountId} and id = ${orderId} and customer_id = ${actor.id}
    and stage = any(${[...stages]}::text[]) and deleted_at is null`.execute(db);
  if (rows.length === 0) throw new Problem('not_found');
}
