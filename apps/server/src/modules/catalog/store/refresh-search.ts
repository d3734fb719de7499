import { searchText, searchWords, squeezed } from '@backdesk/domain/core/search-words.ts';
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { saveSearchWords } from '../../../db/save-search-words.ts';
import type { Tables } from '../../../db/tables.ts';
import type { AccountScope } from '../../context.ts';

type Row = {
  readonly id: string;
  readonly name: string;
  readonly code: string;
  readonly variants: readonly { readonly id: string; readonly sku: string; readonly options: readonly string[] }[];
};

/** Writes what these products and their variants are found by, from what they are called now. */
export async function refreshSearch(tx: Kysely<Tables>, scope: AccountScope, productIds: readonly string[]): Promise<void> {
  if (productIds.length === 0) return;
  const { rows } = await sql<Row>`
    select p.id, p.name, p.code, coalesce((
      select jsonb_agg(jsonb_build_object('id', v.id, 'sku', v.sku, 'options', v.option_values) order by v.position, v.id)
      from variants v where v.account_id = p.account_id and v.product_id = p.id and v.deleted_at is null), '[]') as variants
    from products p where p.account_id = ${scope.accountId} and p.id = any(${productIds}::uuid[])`.execute(tx);
  const products = rows.map((row) => ({ id: row.id, ...productKeys(row) }));
  const variants = rows.flatMap((row) => row.variants.map((variant) => ({ id: variant.id, code: row.code, ...variantKeys(row, variant) })));
  await sql`
    update products p set name_key = n."nameKey", search_text = n."searchText"
    from jsonb_to_recordset(${JSON.stringify(products)}::jsonb) as n (id uuid, "nameKey" text, "searchText" text)
    where p.account_id = ${scope.accountId} and p.id = n.id and (p.name_key, p.search_text) is distinct from (n."nameKey", n."searchText")`.execute(tx);
  await sql`
    update variants v set name_key = n."nameKey", code_key = lower(n.code), search_text = n."searchText"
    from jsonb_to_recordset(${JSON.stringify(variants)}::jsonb) as n (id uuid, code text, "nameKey" text, "searchText" text)
    where v.account_id = ${scope.accountId} and v.id = n.id
      and (v.name_key, v.code_key, v.search_text) is distinct from (n."nameKey", lower(n.code), n."searchText")`.execute(tx);
  await saveSearchWords(
    tx,
    scope,
    'catalog',
    products.map((product) => product.searchText),
  );
}

type Called = { readonly sku: string; readonly options: readonly string[] };

/** What a product is found by, with all its variants. */
export function productKeys({ name, code, variants }: { readonly name: string; readonly code: string; readonly variants: readonly Called[] }) {
  const nameKey = searchWords(name).join(' ');
  return { nameKey, searchText: searchText([name, code, ...variants.flatMap(({ sku, options }) => [sku, squeezed(sku), ...options])]) };
}

export function variantKeys({ name, code }: { readonly name: string; readonly code: string }, { sku, options }: Called) {
  return { nameKey: searchWords(name).join(' '), searchText: searchText([name, code, sku, squeezed(sku), ...options]) };
}
