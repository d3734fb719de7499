import type { Stage } from '@backdesk/domain/order/types.ts';
import { sql } from 'kysely';
import type { ReadContext } from '../../context.ts';

/** How many orders are in each stage, 0 included, deleted ones not: the tabs of the listing. */
export async function countOrders({ db, scope }: ReadContext): Promise<{ stages: Record<Stage, number> }> {
  const { rows } = await sql<{ stage: Stage; count: number }>`
    select stage, count(*)::integer "count" from order_activity where account_id = ${scope.accountId} group by stage`.execute(db);
  const none: Record<Stage, number> = { cart: 0, draft: 0, estimate: 0, saved_cart: 0, pending: 0, approval_declined: 0, submitted: 0, canceled: 0 };
  return { stages: { ...none, ...Object.fromEntries(rows.map(({ stage, count }) => [stage, count])) } };
}
