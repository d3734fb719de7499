import { sql } from 'kysely';
import { sentAhead } from '../../../db/pool.ts';
import type { CommandContext } from '../../context.ts';
import { Problem } from '../../problem.ts';
import type { OrderRecord } from '../order-record.ts';
import { selectOrderRecord } from '../queries/order-record-sql.ts';

/** An order read under its lock, with the hash (hex) that its next event continues from; null: it has no event yet. */
export type LoadedOrder = { readonly record: OrderRecord; readonly chainEnd: string | null };

/**
 * Locks the order and reads all of it; a deleted one is not found unless asked for. Two statements on purpose: one that
 * waited for the lock would see the new order row, but lines and events of the snapshot from before it waited. They travel
 * together.
 */
export async function loadOrderForUpdate(
  context: Pick<CommandContext, 'tx' | 'scope'>,
  orderId: string,
  options: { readonly deleted?: boolean } = {},
): Promise<LoadedOrder> {
  const { tx, scope } = context;
  await sql`${sentAhead} select from orders where account_id = ${scope.accountId} and id = ${orderId} for update`.execute(tx);
  const { rows } = await sql<LoadedOrder>`
    select r.record, (select encode(e.hash, 'hex') from events e where e.account_id = ${scope.accountId} and e.subject_id = ${orderId}
      order by e.version desc, e.index desc limit 1) "chainEnd"
    from (${selectOrderRecord}
      where o.account_id = ${scope.accountId} and o.id = ${orderId} and (o.deleted_at is not null) = ${options.deleted === true}) r`.execute(tx);
  const [loaded] = rows;
  if (loaded === undefined) throw new Problem('not_found');
  return loaded;
}
