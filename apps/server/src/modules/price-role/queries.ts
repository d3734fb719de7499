import { type Kysely, sql } from 'kysely';
import { decodeCursor, encodeCursor } from '../../db/cursor.ts';
import type { Tables } from '../../db/tables.ts';
import type { AccountScope, CommandContext, ReadContext } from '../context.ts';
import { Problem } from '../problem.ts';
import type { PriceRoleRow, ProductRolePricesRow, RolePriceRow } from './row-types.ts';

/** All price roles of the account by name, with who has them and what prices they have. */
export async function listPriceRoles(db: Kysely<Tables>, scope: AccountScope): Promise<readonly PriceRoleRow[]> {
  const { rows } = await sql<PriceRoleRow>`
    select r.id, r.version, r.name, r.is_default as "isDefault",
      (select count(*)::integer from customers c where c.account_id = r.account_id and c.role_id = r.id and c.deleted_at is null) as "customerCount",
      (select count(*)::integer from companies f where f.account_id = r.account_id and f.role_id = r.id and f.deleted_at is null) as "companyCount",
      p.prices as "priceCount", p.products as "productCount",
      (select count(*)::integer from buyer_rules b where b.account_id = r.account_id and b.role_id = r.id) as "buyerRuleCount"
    from customer_roles r cross join lateral (
      select count(*)::integer as prices, count(distinct product_id)::integer as products from price_rows where account_id = r.account_id and role_id = r.id) p
    where r.account_id = ${scope.accountId} order by lower(r.name) collate "und-x-icu", r.id`.execute(db);
  return rows;
}

export async function getPriceRole(db: Kysely<Tables>, scope: AccountScope, id: string): Promise<PriceRoleRow> {
  const role = (await listPriceRoles(db, scope)).find((row) => row.id === id);
  if (role === undefined) throw new Problem('not_found');
  return role;
}

/** The role of everybody who has none; undefined: they pay the list price. */
export async function findDefaultRoleId(db: Kysely<Tables>, scope: AccountScope): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`select id from customer_roles where account_id = ${scope.accountId} and is_default`.execute(db);
  return rows[0]?.id;
}

type Query = { readonly cursor?: string | undefined; readonly limit: number };

/** The prices of a role by product, variant and quantity, in keyset pages. */
export async function listRolePrices(
  { db, scope }: ReadContext,
  roleId: string,
  { cursor, limit }: Query,
): Promise<{ readonly rows: readonly RolePriceRow[]; readonly nextCursor: string | null }> {
  await getPriceRole(db, scope, roleId);
  const [code, sku, quantity, id] =
    cursor === undefined ? ['', '', '0', '00000000-0000-0000-0000-000000000000'] : decodeCursor(cursor, ['text', 'text', 'integer', 'uuid']);
  const { rows } = await sql<RolePriceRow>`
    select r.id, p.id as "productId", p.code as "productCode", p.name as "productName", v.sku, r.currency, r.quantity, trim_scale(r.extended_price)::text as "extendedPrice",
      r.valid_from::text as "validFrom", r.valid_until::text as "validUntil"
    from price_rows r join products p on p.account_id = r.account_id and p.id = r.product_id and p.deleted_at is null
    left join variants v on v.account_id = r.account_id and v.id = r.variant_id
    where r.account_id = ${scope.accountId} and r.role_id = ${roleId}
      and (p.code collate "C", coalesce(v.sku, '') collate "C", r.quantity, r.id) > (${code} collate "C", ${sku} collate "C", ${quantity}::bigint, ${id}::uuid)
    order by p.code collate "C", coalesce(v.sku, '') collate "C", r.quantity, r.id limit ${limit + 1}`.execute(db);
  const last = rows[limit - 1];
  const nextCursor = rows.length > limit && last !== undefined ? encodeCursor([last.productCode, last.sku ?? '', String(last.quantity), last.id]) : null;
  return { rows: rows.slice(0, limit), nextCursor };
}

/** What every price role pays for a product, by the role's name; none has prices: their breaks are empty. */
export async function listProductRolePrices({ db, scope, account }: ReadContext, productId: string): Promise<readonly ProductRolePricesRow[]> {
  const { accountId } = scope;
  const { rows } = await sql<{ roles: readonly ProductRolePricesRow[] | null }>`
    select (select jsonb_agg(jsonb_build_object('roleId', r.id, 'roleName', r.name, 'version', r.version, 'code', p.code, 'breaks', coalesce(w.breaks, '[]'),
        'variantCount', w.variants) order by lower(r.name) collate "und-x-icu", r.id)
      from customer_roles r cross join lateral (
        select jsonb_agg(jsonb_build_object('quantity', quantity, 'extendedPrice', trim_scale(extended_price)::text) order by quantity)
            filter (where variant_id is null) breaks, count(distinct variant_id)::integer variants
        from price_rows where account_id = r.account_id and product_id = p.id and role_id = r.id and currency = ${account.currency}
          and valid_from is null and valid_until is null) w
      where r.account_id = p.account_id) roles
    from products p where p.account_id = ${accountId} and p.id = ${productId} and p.deleted_at is null`.execute(db);
  const [found] = rows;
  if (found === undefined) throw new Problem('not_found');
  return found.roles ?? [];
}

export async function getProductRolePrices(context: CommandContext, productId: string, roleId: string): Promise<ProductRolePricesRow> {
  const found = (await listProductRolePrices({ ...context, db: context.tx }, productId)).find((row) => row.roleId === roleId);
  if (found === undefined) throw new Problem('not_found');
  return found;
}

/** The version of the role that last set its prices for the product; 0: none did. */
export async function findPricesSetAt({ tx, scope }: CommandContext, productId: string, roleId: string): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    select version from events where account_id = ${scope.accountId} and subject_id = ${roleId} and type = 'price_role.prices_set'
      and data ->> 'productId' = ${productId} order by version desc limit 1`.execute(tx);
  return rows[0]?.version ?? 0;
}
