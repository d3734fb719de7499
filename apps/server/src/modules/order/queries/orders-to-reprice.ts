import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../../db/tables.ts';
import type { AccountScope } from '../../context.ts';

type Request = { readonly productIds: readonly string[] | null; readonly after: string | null };

/** Open orders whose prices follow the catalogue, those with a line of these products, in pages by id. Estimates keep their own. */
export async function listOrdersToReprice(db: Kysely<Tables>, scope: AccountScope, { productIds, after }: Request): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select o.id from orders o
    where o.account_id = ${scope.accountId} and o.stage in ('cart', 'draft', 'saved_cart') and o.deleted_at is null
      and (${after}::uuid is null or o.id > ${after}::uuid)
      and (${productIds}::uuid[] is null or exists (
        select from order_lines l where l.account_id = o.account_id and l.order_id = o.id and l.product_id = any(${productIds}::uuid[])))
    order by o.id limit 200`.execute(db);
  return rows.map((row) => row.id);
}
