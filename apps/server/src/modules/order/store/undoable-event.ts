import type { OrderEvent } from '@backdesk/domain/order/events.ts';
import { sql } from 'kysely';
import type { CommandContext } from '../../context.ts';

export type EventPlace = { readonly version: number; readonly index: number };
export type StoredEvent = { readonly index: number; readonly event: OrderEvent; readonly isUndone: boolean };

/** The event of an order at its place; without `index` all of that version, in their order. */
export async function findEvents(
  { tx, scope }: CommandContext,
  orderId: string,
  { version, index }: { readonly version: number; readonly index?: number | undefined },
): Promise<readonly StoredEvent[]> {
  const { rows } = await sql<StoredEvent>`
    select index, json_build_object('type', type, 'data', data) event, undone_at_version is not null "isUndone" from events
    where account_id = ${scope.accountId} and subject_id = ${orderId} and subject = 'order' and version = ${version}
      and (${index ?? null}::integer is null or index = ${index ?? null}::integer)
    order by index`.execute(tx);
  return rows;
}

/** Notes which version undid them. The mark is beside the chain: the event itself never changes. */
export async function markUndone({ tx, scope }: CommandContext, orderId: string, places: readonly EventPlace[], undoneAtVersion: number): Promise<void> {
  await sql`update events set undone_at_version = ${undoneAtVersion}
    from unnest(${places.map(({ version }) => version)}::integer[], ${places.map(({ index }) => index)}::integer[]) as place (version, index)
    where account_id = ${scope.accountId} and subject_id = ${orderId} and events.version = place.version and events.index = place.index`.execute(tx);
}
