import { sql } from 'kysely';
import { type CategoryRow, listCategories } from '../../category/queries.ts';
import type { ReadContext } from '../../context.ts';

type Db = Pick<ReadContext, 'db' | 'scope'>;

/** Categories with something that is sold in them or below, each followed by its own. */
export async function listSoldCategories({ db, scope }: Db): Promise<readonly (CategoryRow & { readonly depth: number })[]> {
  const [all, { rows }] = await Promise.all([
    listCategories(db, scope),
    sql<{ id: string }>`select c.id from categories c where c.account_id = ${scope.accountId} and exists (
      select from product_categories m
      join products p on p.account_id = m.account_id and p.id = m.product_id and p.published and p.deleted_at is null
      where m.account_id = c.account_id and m.category_id = c.id
        and exists (select from variants v where v.account_id = p.account_id and v.product_id = p.id and v.published and v.deleted_at is null))`.execute(db),
  ]);
  const parents = new Map(all.map(({ id, parentId }) => [id, parentId]));
  const shown = new Set<string>();
  for (const { id } of rows) for (let at: string | null = id; at !== null && !shown.has(at); at = parents.get(at) ?? null) shown.add(at);
  return all.filter(({ id }) => shown.has(id));
}

/** The category with this code, upper and lower case alike; undefined: there is none. */
export async function findCategoryId({ db, scope }: Db, code: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from categories where account_id = ${scope.accountId} and lower(code) = lower(${code})`.execute(db);
  return rows[0]?.id;
}
