import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../../db/tables.ts';
import type { AccountScope } from '../../context.ts';

type Db = Kysely<Tables>;

/** Whom a decision is told: the order's owner, else who made it; null when neither is of the staff. */
export async function findOwnerEmail(db: Db, scope: AccountScope, orderId: string): Promise<string | null> {
  const row = await db
    .selectFrom('orders as o')
    .innerJoin('staff as s', (join) =>
      join.on((eb) => eb('s.id', '=', eb.fn.coalesce('o.owner_staff_id', sql<string>`substring(o.created_by from '^staff:(.*)$')`))),
    )
    .select('s.email')
    .where('o.account_id', '=', scope.accountId)
    .where('o.id', '=', orderId)
    .executeTakeFirst();
  return row?.email ?? null;
}
