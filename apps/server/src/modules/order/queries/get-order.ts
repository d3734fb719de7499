import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../../db/tables.ts';
import type { AccountScope } from '../../context.ts';
import { Problem } from '../../problem.ts';
import type { OrderRecord } from '../order-record.ts';
import { selectOrderRecord } from './order-record-sql.ts';

/** The order with all its lines, as its last command left it: nothing is priced here. A deleted one is not found. */
export async function getOrderRecord(db: Kysely<Tables>, scope: AccountScope, orderId: string): Promise<OrderRecord> {
  const { rows } = await sql<{ record: OrderRecord }>`${selectOrderRecord}
    where o.account_id = ${scope.accountId} and o.id = ${orderId} and o.deleted_at is null`.execute(db);
  const [row] = rows;
  if (row === undefined) throw new Problem('not_found');
  return row.record;
}
