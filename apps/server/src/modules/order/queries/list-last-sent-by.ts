import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../../db/tables.ts';
import type { AccountScope } from '../../context.ts';

/** Ids of the rates by which the newest order that a customer submitted is sent, shipment by shipment; none where it is fetched, or sent at a typed price. */
export async function listLastSentBy(db: Kysely<Tables>, scope: AccountScope, customerId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ rateId: string }>`
    select s.method ->> 'rateId' "rateId" from shipments s
    where s.account_id = ${scope.accountId} and s.kind = 'ship' and s.method ->> 'rateId' is not null and s.order_id = (
      select o.id from orders o where o.account_id = ${scope.accountId} and o.customer_id = ${customerId} and o.stage = 'submitted' and o.deleted_at is null
      order by o.submitted_at desc, o.id desc limit 1)
    order by s.position, s.id`.execute(db);
  return rows.map(({ rateId }) => rateId);
}
