import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../../db/tables.ts';
import type { AccountScope } from '../../context.ts';

export type ProductInFile = { readonly id: string /** As codes are compared: in lower case. */; readonly key: string };

type Page = { readonly isBundle: boolean /** A `key`; empty: from the first on. */; readonly after: string; readonly limit: number };

/** Products that are bundles, or those that are none, by code in pages. */
export async function listProductsInFileOrder(
  db: Kysely<Tables>,
  { accountId }: AccountScope,
  { isBundle, after, limit }: Page,
): Promise<readonly ProductInFile[]> {
  const { rows } = await sql<ProductInFile>`
    select id, lower(code) "key" from products
    where account_id = ${accountId} and deleted_at is null and (kind = 'bundle') = ${isBundle} and lower(code) > ${after}
    order by lower(code) limit ${limit}`.execute(db);
  return rows;
}
