import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Tables } from '../../../db/tables.ts';
import type { AccountScope } from '../../context.ts';

/** By a SKU in lower case, the variant that a person took it from. */
export type FormerSkus = ReadonlyMap<string, string>;

/** The SKUs that people gave others for, of these products, as their history tells; of two variants that had the same, the later one. */
export async function listFormerSkus(tx: Kysely<Tables>, scope: AccountScope, productIds: readonly string[]): Promise<ReadonlyMap<string, FormerSkus>> {
  if (productIds.length === 0) return new Map();
  const { rows } = await sql<{ productId: string; variantId: string; sku: string }>`
    select e.subject_id as "productId", e.data ->> 'variantId' as "variantId", lower(c.change ->> 'from') as sku
    from events e cross join lateral jsonb_array_elements(e.data -> 'changes') c (change)
    where e.account_id = ${scope.accountId} and e.subject_id = any(${productIds}::uuid[]) and e.type = 'product.variant_changed'
      and c.change ->> 'field' = 'sku'
    order by e.version`.execute(tx);
  const ofProduct = Map.groupBy(rows, ({ productId }) => productId);
  return new Map([...ofProduct].map(([productId, all]) => [productId, new Map(all.map(({ sku, variantId }) => [sku, variantId]))]));
}
