import { sql } from 'kysely';
import type { CommandContext } from '../../context.ts';
import type { ChargeRow } from '../charge-rows.ts';

/** Takes the charges of an order away that is being edited again. */
export async function deleteCharges({ tx, scope }: Pick<CommandContext, 'tx' | 'scope'>, orderId: string): Promise<void> {
  await sql`delete from order_charges where account_id = ${scope.accountId} and order_id = ${orderId}`.execute(tx);
}

/** Writes the charges of an order that is being submitted; there were none before. */
export async function insertCharges({ tx, scope }: Pick<CommandContext, 'tx' | 'scope'>, orderId: string, charges: readonly ChargeRow[]): Promise<void> {
  const rows = charges.map((charge, index) => ({
    account_id: scope.accountId,
    order_id: orderId,
    ordinal: index + 1,
    kind: charge.kind,
    line_id: charge.lineId,
    shipment_id: charge.shipmentId,
    code: charge.code,
    name: charge.name,
    rate_ppm: charge.ratePpm,
    base_amount: charge.baseAmount,
    amount: charge.amount,
  }));
  await sql`insert into order_charges select * from jsonb_populate_recordset(null::order_charges, ${JSON.stringify(rows)}::jsonb)`.execute(tx);
}
