import type { CommandContext } from '../../context.ts';
import { findRecipientOf } from '../../outbox/queries.ts';
import type { OrderRecord } from '../order-record.ts';

/** Who is told about an order: whoever was told that it was received (a guest's own address), else the customer; null: nobody has one. */
export async function orderMailAddress({ tx, scope }: Pick<CommandContext, 'tx' | 'scope'>, order: OrderRecord): Promise<string | null> {
  return (await findRecipientOf(tx, scope, order.id, 'order_received')) ?? order.customer?.email ?? null;
}
