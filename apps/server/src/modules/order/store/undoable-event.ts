import type { OrderEvent } from '@backdesk/domain/order/events.ts';
import { sql } from 'kysely';
import type { CommandContext } from '../../context.ts';

export type StoredEvent = { readonly event: OrderEvent; readonly isUndone: boolean };
export type EventPlace = { readonly version: number; readonly index: number };

/** One event of an order by its place. */
export async function findEvent({ tx, scope }: CommandContext, orderId: string, { version, index }: EventPlace): Promise<StoredEvent | undefined> {
  const { rows } = await sql<StoredEvent>`
    select json_build_object('type', type, 'data', data) event, undone_at_version is not null "isUndone" from events
    where account_id = ${scope.accountId} and subject_id = ${orderId} and subject = 'order' and version = ${version} and index = ${index}`.execute(tx);
  return rows[0];
}

/** Notes which version undid it. The mark is beside the chain: the event itself never changes. */
export async function markUndone({ tx, scope }: CommandContext, orderId: string, { version, index }: EventPlace, undoneAtVersion: number): Promise<void> {
  await sql`update events set undone_at_version = ${undoneAtVersion}
    where account_id = ${scope.accountId} and subject_id = ${orderId} and version = ${version} and index = ${index}`.execute(tx);
}
