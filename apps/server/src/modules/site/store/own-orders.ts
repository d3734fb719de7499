import type { Stage } from '@backdesk/domain/order/types.ts';
import { sql } from 'kysely';
import type { CommandContext } from '../../context.ts';
import { Problem } from '../../problem.ts';

/**
 * Locks an order of the customer who is signed in, in one of these stages, before a command looks at it: what is another's, in
 * another stage (taken back by staff meanwhile) or missing answers all the same.
 */
export async function lockOwnOrder({ tx, scope, actor }: CommandContext, orderId: string, stages: readonly Stage[]): Promise<void> {
  const { rows } = await sql`select from orders
    where account_id = ${scope.accountId} and id = ${orderId} and customer_id = ${actor.id} and stage = any(${[...stages]}::text[]) and deleted_at is null
    for update`.execute(tx);
  if (rows.length === 0) throw new Problem('not_found');
}
