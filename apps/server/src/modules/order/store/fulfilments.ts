import { sql } from 'kysely';
import { actorKey, type CommandContext } from '../../context.ts';
import type { FulfilmentRecord } from '../order-record.ts';

type Context = Pick<CommandContext, 'tx' | 'scope' | 'now' | 'actor'>;

/** Writes what went out; its order is locked. */
export async function insertFulfilment({ tx, scope, actor }: Context, orderId: string, fulfilment: FulfilmentRecord): Promise<void> {
  const { id, shipmentId, shippedOn, fetchedOn, carrier, trackingNumber, trackingUrl, at, by, lines } = fulfilment;
  await sql`
    with made as (
      insert into fulfilments (account_id, order_id, id, shipment_id, shipped_on, fetched_on, carrier, tracking_number, tracking_url, created_at, created_by, created_by_name)
      values (${scope.accountId}, ${orderId}, ${id}, ${shipmentId}, ${shippedOn}, ${fetchedOn}, ${carrier}, ${trackingNumber}, ${trackingUrl}, ${at}, ${actorKey(actor)}, ${by})
      returning account_id, order_id, id)
    insert into fulfilment_lines (account_id, order_id, fulfilment_id, line_id, quantity)
    select made.account_id, made.order_id, made.id, x."lineId", x.quantity
    from made, jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as x ("lineId" uuid, quantity integer)`.execute(tx);
}

export async function markVoided({ tx, scope, now }: Context, orderId: string, id: string): Promise<void> {
  await sql`update fulfilments set voided_at = ${now} where account_id = ${scope.accountId} and order_id = ${orderId} and id = ${id}`.execute(tx);
}

/** What may be said of it later. */
export async function saveTracking({ tx, scope }: Context, orderId: string, fulfilment: FulfilmentRecord): Promise<void> {
  const { id, carrier, trackingNumber, trackingUrl, fetchedOn } = fulfilment;
  await sql`update fulfilments set carrier = ${carrier}, tracking_number = ${trackingNumber}, tracking_url = ${trackingUrl}, fetched_on = ${fetchedOn}
    where account_id = ${scope.accountId} and order_id = ${orderId} and id = ${id}`.execute(tx);
}
