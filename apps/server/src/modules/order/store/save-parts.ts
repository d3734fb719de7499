// Shipments and order-level discounts: few rows, changed seldom, written whole.
import { sql, type Transaction } from 'kysely';
import type { Tables } from '../../../db/tables.ts';
import type { OrderRecord, ShipmentRecord } from '../order-record.ts';
import { discountRows, shipmentLineRows, shipmentRow } from './order-rows.ts';

type Key = { readonly accountId: string; readonly orderId: string };

export async function clearShipmentLines(tx: Transaction<Tables>, { accountId, orderId }: Key): Promise<void> {
  await sql`delete from shipment_lines where account_id = ${accountId} and order_id = ${orderId}`.execute(tx);
}

/** Expects the shipment lines to be cleared. */
export async function saveShipments(tx: Transaction<Tables>, key: Key, shipments: readonly ShipmentRecord[]): Promise<void> {
  const rows = JSON.stringify(shipments.map((shipment) => shipmentRow(key, shipment)));
  await sql`with gone as (
      delete from shipments where account_id = ${key.accountId} and order_id = ${key.orderId} and id <> all(${shipments.map(({ id }) => id)}::uuid[]))
    insert into shipments select * from jsonb_populate_recordset(null::shipments, ${rows}::jsonb)
    on conflict (account_id, order_id, id) do update set position = excluded.position, kind = excluded.kind, address = excluded.address,
      pickup_place = excluded.pickup_place, method = excluded.method, holds_all_lines = excluded.holds_all_lines, field_versions = excluded.field_versions`.execute(
    tx,
  );
  const held = shipmentLineRows(key, shipments);
  if (held.length === 0) return;
  await sql`insert into shipment_lines select * from jsonb_populate_recordset(null::shipment_lines, ${JSON.stringify(held)}::jsonb)`.execute(tx);
}

export async function saveDiscounts(tx: Transaction<Tables>, key: Key, discounts: OrderRecord['discounts']): Promise<void> {
  await sql`delete from order_discounts where account_id = ${key.accountId} and order_id = ${key.orderId}`.execute(tx);
  if (discounts.length === 0) return;
  await sql`insert into order_discounts select * from jsonb_populate_recordset(null::order_discounts, ${JSON.stringify(discountRows(key, discounts))}::jsonb)`.execute(
    tx,
  );
}
