import { sql } from 'kysely';
import { uniqueViolation } from '../../db/failures.ts';
import type { CommandContext } from '../context.ts';
import { Problem } from '../problem.ts';

type Context = Pick<CommandContext, 'tx' | 'scope'>;
type Row = { readonly id: string; readonly version: number; readonly parentId: string | null; readonly name: string; readonly code: string };

/** The tree of one account changes one at a time, so that no two moves make a ring. */
export async function lockCategories({ tx, scope }: Context): Promise<void> {
  await sql`select from accounts where account_id = ${scope.accountId} for no key update`.execute(tx);
}

/** Writes a category, new or changed; a new one stands last until the order is saved. */
export async function saveCategory({ tx, scope }: Context, { id, version, parentId, name, code }: Row): Promise<void> {
  try {
    await sql`
      insert into categories (account_id, id, version, parent_id, name, code, position)
      values (${scope.accountId}, ${id}, ${version}, ${parentId}, ${name}, ${code}, 2147483647)
      on conflict (account_id, id) do update set (version, parent_id, name, code) = (excluded.version, excluded.parent_id, excluded.name, excluded.code)`.execute(
      tx,
    );
  } catch (error) {
    if (uniqueViolation(error) === 'categories_code') throw new Problem('category.code_taken');
    throw error;
  }
}

/** Numbers siblings in this order. */
export async function saveSiblings({ tx, scope }: Context, ids: readonly string[]): Promise<void> {
  await sql`
    update categories c set position = n.position from unnest(${ids}::uuid[]) with ordinality as n (id, position)
    where c.account_id = ${scope.accountId} and c.id = n.id`.execute(tx);
}

/** Takes a category out of the tree; what hung under it must hang elsewhere by now. Answers how many products were in it. */
export async function removeCategory({ tx, scope }: Context, id: string): Promise<number> {
  const { rows } = await sql<{ readonly count: number }>`
    with gone as (delete from product_categories where account_id = ${scope.accountId} and category_id = ${id} returning 1)
    select count(*)::integer as count from gone`.execute(tx);
  await sql`delete from categories where account_id = ${scope.accountId} and id = ${id}`.execute(tx);
  return rows[0]?.count ?? 0;
}

/** Hangs the children of a category under its parent. */
export async function liftChildren({ tx, scope }: Context, { id, parentId }: Pick<Row, 'id' | 'parentId'>): Promise<void> {
  await sql`update categories set parent_id = ${parentId}, version = version + 1 where account_id = ${scope.accountId} and parent_id = ${id}`.execute(tx);
}
