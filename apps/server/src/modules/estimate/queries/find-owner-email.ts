import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../../db/tables.ts';
import type { AccountScope } from '../../context.ts';

type Db = Kysely<Tables>;

/**
 * Whom the shop hears of an order by: its owner, who made it, or who issued its estimate last, whichever of them is with the shop still;
 * else the address on the shop's paper, else an owner of the account. null: not even that.
 */
export async function findOwnerEmail(db: Db, scope: AccountScope, orderId: string): Promise<string | null> {
  const { rows } = await sql<{ email: string }>`
    with looked_after (staff_id, rank, at) as (
      select owner_staff_id, 1, null::timestamptz from orders where account_id = ${scope.accountId} and id = ${orderId}
      union all
      select substring(created_by from '^staff:(.*)$'), 2, null from orders where account_id = ${scope.accountId} and id = ${orderId}
      union all
      select substring(actor from '^staff:(.*)$'), 3, at from events
      where account_id = ${scope.accountId} and subject_id = ${orderId} and type = 'estimate.issued'
      union all
      select staff_id, 5, created_at from memberships where account_id = ${scope.accountId} and 'owner' = any(roles)
    )
    select email from (
      select s.email, l.rank, l.at from looked_after l
      join memberships m on m.account_id = ${scope.accountId} and m.staff_id = l.staff_id and m.active
      join staff s on s.id = m.staff_id
      union all
      select email, 4, null from letterheads where account_id = ${scope.accountId} and email <> ''
    ) known
    order by rank, at desc nulls last, email limit 1`.execute(db);
  return rows[0]?.email ?? null;
}
