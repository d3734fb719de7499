import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Tables } from '../../../db/tables.ts';
import type { AccountScope } from '../../context.ts';

type Ids = readonly string[] | null;
type Request = { readonly productIds: Ids; readonly companyIds: Ids; readonly customerIds: Ids; readonly discountIds: Ids; readonly after: string | null };

/** Open orders whose prices follow the catalogue, those with a line of these products or of these companies and customers, in pages by id. Estimates keep their own. */
export function listOrdersToReprice(db: Kysely<Tables>, scope: AccountScope, request: Request): Promise<readonly string[]> {
  return listUsing(db, scope, sql`o.stage in ('cart', 'draft', 'saved_cart')`, request);
}

/** Estimates with such a line or of these people: their promise is compared with today. */
export function listEstimatesToCompare(db: Kysely<Tables>, scope: AccountScope, request: Request): Promise<readonly string[]> {
  return listUsing(db, scope, sql`o.stage = 'estimate'`, request);
}

/** Estimates that were not compared with today since, those never compared first: time alone moves prices that have dates. */
export async function listEstimatesComparedBefore(db: Kysely<Tables>, scope: AccountScope, since: Date, most: number): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select s.order_id id from estimate_standings s
    where s.account_id = ${scope.accountId} and s.status <> 'declined' and (s.compared_at is null or s.compared_at < ${since})
    order by s.compared_at nulls first, s.order_id limit ${most}`.execute(db);
  return rows.map((row) => row.id);
}

async function listUsing(
  db: Kysely<Tables>,
  scope: AccountScope,
  inStage: RawBuilder<unknown>,
  { productIds, companyIds, customerIds, discountIds, after }: Request,
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select o.order_id id from order_activity o
    where o.account_id = ${scope.accountId} and ${inStage}
      and (${after}::uuid is null or o.order_id > ${after}::uuid)
      and (${productIds}::uuid[] is null or exists (
        select from order_lines l where l.account_id = o.account_id and l.order_id = o.order_id and l.product_id = any(${productIds}::uuid[])))
      and (${discountIds}::uuid[] is null or exists (
        select from order_discounts a where a.account_id = o.account_id and a.order_id = o.order_id and a.id = any(${discountIds}::uuid[])))
      and ((${companyIds}::uuid[] is null and ${customerIds}::uuid[] is null) or exists (
        select from orders d where d.account_id = o.account_id and d.id = o.order_id
          and (d.company_id = any(${companyIds}::uuid[]) or d.customer_id = any(${customerIds}::uuid[]))))
    order by o.order_id limit 200`.execute(db);
  return rows.map((row) => row.id);
}
