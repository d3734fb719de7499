import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Tables } from '../../../db/tables.ts';
import type { AccountScope } from '../../context.ts';

/** What staff do to a cart that a customer finds nothing of on their screen. */
const unseen = [
  'cart.shared',
  'cart.share_revoked',
  'order.owner_changed',
  'order.due_set',
  'message.written',
  'mail.bounced',
  'line.bounds_set',
  'line.moved',
];

/**
 * The newest change of the store in an order after a version, of what its customer sees; undefined: there is none. A change of prices by
 * the system is none of the store's: the total says it.
 */
export async function findSeenByNobody(
  db: Kysely<Tables>,
  { accountId }: AccountScope,
  { orderId, after }: { readonly orderId: string; readonly after: number },
): Promise<{ readonly version: number; readonly at: Date } | undefined> {
  const { rows } = await sql<{ version: number; at: Date }>`
    select version, at from events
    where account_id = ${accountId} and subject_id = ${orderId} and version > ${after} and (actor like 'staff:%' or actor like 'api_key:%')
      and type <> all(${unseen}::text[]) and data->>'audience' is distinct from 'internal'
    order by version desc limit 1`.execute(db);
  return rows[0];
}
