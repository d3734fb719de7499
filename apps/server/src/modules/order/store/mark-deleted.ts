import type { CommandContext } from '../../context.ts';

type Context = Pick<CommandContext, 'tx' | 'scope'>;

/** When the order was deleted; null: it is not. */
export async function findDeletedAt({ tx, scope }: Context, orderId: string): Promise<Date | null> {
  const row = await tx.selectFrom('orders').select('deleted_at').where('account_id', '=', scope.accountId).where('id', '=', orderId).executeTakeFirst();
  return row?.deleted_at ?? null;
}

export async function markDeleted({ tx, scope }: Context, orderId: string, at: Date | null): Promise<void> {
  await tx.updateTable('orders').set({ deleted_at: at }).where('account_id', '=', scope.accountId).where('id', '=', orderId).execute();
}
