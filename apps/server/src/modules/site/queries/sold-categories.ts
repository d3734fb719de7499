import { type BuyerRule, isSoldTo } from '@backdesk/domain/catalog/sold-to.ts';
import { sql } from 'kysely';
import { buyerRulesJson } from '../../catalog/queries/buyer-rules.ts';
import { type Buyer, findRoleOf } from '../../catalog/queries/price-rows.ts';
import { type CategoryRow, listCategories } from '../../category/queries.ts';
import type { ReadContext } from '../../context.ts';

type Db = Pick<ReadContext, 'db' | 'scope'>;

/** Categories with something in them or below that is sold to this buyer, each followed by its own. */
export async function listSoldCategories({ db, scope }: Db, buyer: Buyer): Promise<readonly (CategoryRow & { readonly depth: number })[]> {
  const [all, open] = await Promise.all([listCategories(db, scope), listOpen({ db, scope })]);
  const parents = new Map(all.map(({ id, parentId }) => [id, parentId]));
  const shown = new Set<string>();
  const show = (ids: readonly string[]) => {
    for (const id of ids) for (let at: string | null = id; at !== null && !shown.has(at); at = parents.get(at) ?? null) shown.add(at);
  };
  show(open);
  // Where all is sold to some only, it is asked whether to this one: mostly that is nowhere, or in few.
  const rest = all.flatMap(({ id }) => (shown.has(id) ? [] : [id]));
  if (rest.length > 0) show(await listKeptFor({ db, scope }, rest, buyer));
  return all.filter(({ id }) => shown.has(id));
}

/** Categories that hold a product sold to everybody. */
async function listOpen({ db, scope }: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select c.id from categories c where c.account_id = ${scope.accountId} and exists (
    select from product_categories m
    join products p on p.account_id = m.account_id and p.id = m.product_id and p.published and p.deleted_at is null
    where m.account_id = c.account_id and m.category_id = c.id
      and exists (select from variants v where v.account_id = p.account_id and v.product_id = p.id and v.published and v.deleted_at is null)
      and not exists (select from buyer_rules b where b.account_id = p.account_id and b.product_id = p.id))`.execute(db);
  return rows.map(({ id }) => id);
}

/** Of these categories those that hold a product with buyer rules, which let this buyer have it. */
async function listKeptFor({ db, scope }: Db, categoryIds: readonly string[], { customerId }: Buyer): Promise<readonly string[]> {
  const { rows } = await sql<{ category_ids: readonly string[]; buyer_rules: readonly BuyerRule[]; published_ids: readonly string[] }>`
    select m.category_ids, ${buyerRulesJson} as buyer_rules, v.published_ids
    from (
      select product_id, array_agg(category_id) as category_ids from product_categories
      where account_id = ${scope.accountId} and category_id = any(${categoryIds}::uuid[]) group by product_id
    ) m
    join products p on p.account_id = ${scope.accountId} and p.id = m.product_id and p.published and p.deleted_at is null
    cross join lateral (
      select coalesce(array_agg(v.id), '{}') as published_ids from variants v
      where v.account_id = p.account_id and v.product_id = p.id and v.published and v.deleted_at is null
    ) v
    where exists (select from buyer_rules b where b.account_id = p.account_id and b.product_id = p.id)`.execute(db);
  if (rows.length === 0) return [];
  const roleId = customerId === undefined ? null : await findRoleOf(db, scope, customerId);
  return rows.flatMap(({ category_ids, buyer_rules, published_ids }) => (published_ids.some((id) => isSoldTo(buyer_rules, id, roleId)) ? category_ids : []));
}

/** The category with this code, upper and lower case alike; undefined: there is none. */
export async function findCategoryId({ db, scope }: Db, code: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from categories where account_id = ${scope.accountId} and lower(code) = lower(${code})`.execute(db);
  return rows[0]?.id;
}
