import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../../db/tables.ts';
import type { AccountScope } from '../../context.ts';

/** Those of these products that are in the category itself. */
export async function listInCategory(
  db: Kysely<Tables>,
  { accountId }: AccountScope,
  categoryId: string,
  productIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select product_id as id from product_categories
    where account_id = ${accountId} and category_id = ${categoryId} and product_id = any(${productIds}::uuid[])`.execute(db);
  return new Set(rows.map(({ id }) => id));
}
