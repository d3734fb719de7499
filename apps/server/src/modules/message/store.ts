import type { CommandContext } from '../context.ts';
import { actorKey } from '../context.ts';

export type NewMessage = {
  readonly id: string;
  readonly orderId: string;
  readonly author: 'staff' | 'customer';
  readonly name: string;
  readonly line: string;
  readonly text: string;
};

/** Adds to the thread of an order, in the order given. Call it under the order's lock. */
export async function insertMessages({ tx, scope, actor, now }: CommandContext, messages: readonly NewMessage[]): Promise<void> {
  if (messages.length === 0) return;
  await tx
    .insertInto('order_messages')
    .values(
      messages.map(({ id, orderId, author, name, line, text }) => ({
        ...{ account_id: scope.accountId, id, order_id: orderId, author, author_key: actorKey(actor), author_name: name },
        ...{ line, text, at: now },
      })),
    )
    .execute();
}
