import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Tables } from '../../../db/tables.ts';
import type { AccountScope } from '../../context.ts';

export type DeletedVariant = { readonly id: string; readonly productId: string; readonly sku: string; readonly optionValues: readonly string[] };

/** Variants that were deleted, of these products, the latest first. */
export async function listDeletedVariants(tx: Kysely<Tables>, scope: AccountScope, productIds: readonly string[]): Promise<readonly DeletedVariant[]> {
  if (productIds.length === 0) return [];
  const { rows } = await sql<DeletedVariant>`
    select id, product_id as "productId", sku, option_values as "optionValues" from variants
    where account_id = ${scope.accountId} and product_id = any(${productIds}::uuid[]) and deleted_at is not null
    order by deleted_at desc, id`.execute(tx);
  return rows;
}
