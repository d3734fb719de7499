import { inTreeOrder, type Placed, type TreeCategory } from '@backdesk/domain/catalog/category-tree.ts';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../db/tables.ts';
import type { AccountScope } from '../context.ts';
import { Problem } from '../problem.ts';

export type CategoryRow = TreeCategory & { readonly version: number; readonly code: string; readonly productCount: number };

/** The whole tree of the account in its order; there are hundreds at most, and nobody reads a part of a tree. */
export async function listCategories(db: Kysely<Tables>, scope: AccountScope): Promise<readonly Placed<CategoryRow>[]> {
  const { rows } = await sql<CategoryRow>`
    select c.id, c.version, c.parent_id as "parentId", c.name, c.code, c.position, count(p.id)::integer as "productCount"
    from categories c
    left join product_categories m on m.account_id = c.account_id and m.category_id = c.id
    left join products p on p.account_id = m.account_id and p.id = m.product_id and p.deleted_at is null
    where c.account_id = ${scope.accountId} group by c.account_id, c.id`.execute(db);
  return inTreeOrder(rows);
}

export async function getCategory(db: Kysely<Tables>, scope: AccountScope, id: string): Promise<Placed<CategoryRow>> {
  const category = (await listCategories(db, scope)).find((row) => row.id === id);
  if (category === undefined) throw new Problem('not_found');
  return category;
}
