import { sql } from 'kysely';
import type { CommandContext } from '../../context.ts';

type Context = Pick<CommandContext, 'tx' | 'scope'>;

/** When the order was deleted; null: it is not. */
export async function findDeletedAt({ tx, scope }: Context, orderId: string): Promise<Date | null> {
  const row = await tx.selectFrom('orders').select('deleted_at').where('account_id', '=', scope.accountId).where('id', '=', orderId).executeTakeFirst();
  return row?.deleted_at ?? null;
}

export async function markDeleted({ tx, scope }: Context, orderId: string, at: Date | null): Promise<void> {
  await tx.updateTable('orders').set({ deleted_at: at }).where('account_id', '=', scope.accountId).where('id', '=', orderId).execute();
  // What is deleted is not listed.
  if (at !== null) await tx.deleteFrom('order_activity').where('account_id', '=', scope.accountId).where('order_id', '=', orderId).execute();
  else
    await sql`insert into order_activity (account_id, order_id, stage, updated_at) select account_id, id, stage, updated_at from orders
      where account_id = ${scope.accountId} and id = ${orderId} on conflict do nothing`.execute(tx);
}
