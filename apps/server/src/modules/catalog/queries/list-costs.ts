import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../../db/tables.ts';
import type { AccountScope } from '../../context.ts';
import { Problem } from '../../problem.ts';

export type CostRow = { readonly variantId: string; readonly sku: string; readonly unitCost: string | null };

/** What each variant of a product costs in this currency. The only query of the catalogue that a cost leaves by, beside the lines of orders. */
export async function listCosts(db: Kysely<Tables>, { accountId }: AccountScope, productId: string, currency: string): Promise<readonly CostRow[]> {
  const { rows } = await sql<CostRow>`
    select v.id as "variantId", v.sku, case when v.cost_currency = ${currency} then trim_scale(v.cost)::text end as "unitCost"
    from products p join variants v on v.account_id = p.account_id and v.product_id = p.id and v.deleted_at is null
    where p.account_id = ${accountId} and p.id = ${productId} and p.deleted_at is null
    order by v.position, v.id`.execute(db);
  if (rows.length === 0) throw new Problem('not_found');
  return rows;
}
