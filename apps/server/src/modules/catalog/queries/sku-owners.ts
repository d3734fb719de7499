import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Tables } from '../../../db/tables.ts';
import type { AccountScope } from '../../context.ts';

export type SkuOwner = {
  readonly asked: string;
  /** As SKUs are compared: lower case, by the database's own rule. */
  readonly key: string;
  readonly variantId: string | null;
  readonly owner: string | null;
};

/** For each SKU how it compares, and which variant has it. The import relies on it to find repeated ones. */
export async function listSkuOwners(tx: Kysely<Tables>, scope: AccountScope, skus: readonly string[]): Promise<readonly SkuOwner[]> {
  if (skus.length === 0) return [];
  const { rows } = await sql<SkuOwner>`
    select s.asked, lower(s.asked) as key, v.id as "variantId", p.name || case when v.title = '' then '' else ' ' || v.title end as owner
    from unnest(${skus}::text[]) as s (asked)
    left join variants v on v.account_id = ${scope.accountId} and lower(v.sku) = lower(s.asked) and v.deleted_at is null
    left join products p on p.account_id = v.account_id and p.id = v.product_id`.execute(tx);
  return rows;
}

/** A product whose code is another than its file called it. */
export type RecodedProduct = { readonly id: string; readonly name: string; readonly handle: string };

/** Which of these codes a product has that goes by another handle. */
export async function listRecoded(tx: Kysely<Tables>, scope: AccountScope, codes: readonly string[]): Promise<ReadonlyMap<string, RecodedProduct>> {
  const { rows } = await sql<RecodedProduct & { readonly code: string }>`
    select c.code, p.id, p.name, p.handle from unnest(${codes}::text[]) as c (code)
    join products p on p.account_id = ${scope.accountId} and lower(p.code) = lower(c.code) and lower(p.handle) <> lower(c.code) and p.deleted_at is null`.execute(
    tx,
  );
  return new Map(rows.map(({ code, ...product }) => [code, product]));
}
